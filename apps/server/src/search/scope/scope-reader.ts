import { ProblemError, problem, type Problem } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { KnownRows } from './known-rows.ts';
import type { ScopeReading, Step } from './scope-reading.types.ts';
import type { Resume } from '../cursor/position.ts';
import type { Target } from '../search.types.ts';
import { takePage } from './take-page.ts';

/** Reads one scope until it is complete, has failed, or cannot add to the rows that are wanted. Never throws. */
export async function readScope(reading: ScopeReading): Promise<void> {
  const { target, start, signal, tell } = reading;
  const shown = new Set<string>();
  const known = new KnownRows(reading, shown);
  // What failed before is tried again while the reader goes on below it.
  const going = start.known === undefined ? undefined : known.rest(start);
  going?.catch(() => undefined);
  let resume = start;
  try {
    try {
      const end = await readPages(reading, known, shown, (at) => (resume = at));
      known.stop();
      await going;
      await tell(end);
    } catch (error) {
      signal.throwIfAborted();
      if (reading.useless.aborted) {
        known.stop();
        await going;
        return await tell({ kind: 'paused' });
      }
      await (going ?? known.rest(resume));
      const failed = { ...resume, known: known.spot ?? 'all' } as const;
      await tell({ kind: 'failed', problem: problemOf(error, target), resume: failed });
    }
  } catch (error) {
    if (!signal.aborted) await tell({ kind: 'failed', problem: problemOf(error, target), resume });
  }
}

/** Tells page after page; returns how it ended, throws what ended it. */
async function readPages(
  reading: ScopeReading,
  known: KnownRows,
  shown: Set<string>,
  moved: (resume: Resume) => void,
): Promise<Step> {
  const { target, plan, useless, tell, newest } = reading;
  let resume = reading.start;
  const question = {
    ...(plan.attribute === undefined ? {} : { attribute: plan.attribute }),
    from: plan.from,
    to: resume.at,
  };
  const pages = reading.source.pages(target, question, {
    signal: useless,
    limit: reading.limit,
    onWaiting: (waiting) => void tell({ kind: 'waiting', problem: waiting.problem }),
    onProblem: (failed) => void tell({ kind: 'told', problem: failed }),
  });
  for await (const page of pages) {
    if ('gap' in page) {
      // Whoever reads on has seen them in the beginning.
      if (!hasBegun(reading)) await known.first(resume);
      continue;
    }
    const taken = takePage(page, resume, shown, reading);
    for (const { eventId } of taken.rows) shown.add(eventId);
    const unread = newer(resume.unread, page.unread);
    resume = { ...taken.resume, ...(unread === undefined ? {} : { unread }) };
    moved(resume);
    await tell({
      kind: 'page',
      rows: taken.rows,
      read: page.examined ?? page.found.length,
      calls: page.calls,
      unreadable: page.unreadable,
      resume,
      toLookUpMs: page.toLookUpMs,
    });
    if (taken.full) break;
    if (page.last) return { kind: 'complete', unread: resume.unread };
    if (newest.closedAt !== undefined && newest.closedAt >= resume.at) break;
  }
  return { kind: 'paused' };
}

const hasBegun = ({ start, plan }: ScopeReading): boolean =>
  start.at < plan.to || start.sent.size > 0;

const newer = (a: EpochMs | undefined, b: EpochMs | undefined): EpochMs | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

export const problemOf = (error: unknown, { label }: Target): Problem =>
  error instanceof ProblemError
    ? error.problem
    : problem('internal', `Reading ${label.account} in ${label.region} failed.`, label);
