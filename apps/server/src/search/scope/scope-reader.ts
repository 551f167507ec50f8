import { ProblemError, problem, type Problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import { KnownRows } from './known-rows.ts';
import type { Newest } from './newest.ts';
import type { SearchPlan } from '../plan/plan.ts';
import type { Resume } from '../cursor/position.ts';
import type { PageSource, Target } from '../search.types.ts';
import { takePage } from './take-page.ts';

/** What happened in one scope, in order; the positions let the search go on from right behind it. */
export type Step =
  | {
      readonly kind: 'page';
      readonly rows: readonly TrailEvent[];
      readonly read: number;
      readonly calls: number;
      readonly unreadable: number;
      readonly resume: Resume;
      readonly toLookUpMs: number | undefined;
    }
  /** Rows that are known, while something newer is still unread: they move no position of the reading. */
  | { readonly kind: 'early'; readonly rows: readonly TrailEvent[] }
  /** Something failed that the reading goes on without. */
  | { readonly kind: 'told'; readonly problem: Problem }
  | { readonly kind: 'waiting'; readonly problem: Problem }
  /** Nothing is left; from `unread` on down, something is missing that nobody can read any more. */
  | { readonly kind: 'complete'; readonly unread: EpochMs | undefined }
  /** No older row of this scope can be among the newest any more. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly resume: Resume };

export interface ScopeReading {
  readonly target: Target;
  readonly start: Resume;
  readonly plan: SearchPlan;
  readonly newest: Newest;
  readonly limit: number;
  readonly source: PageSource;
  readonly signal: AbortSignal;
  /** Aborts with `signal`, and when the scope can add no row any more: what it waits for is not worth waiting for. */
  readonly useless: AbortSignal;
  /** Resolves when the consumer can take more. */
  readonly tell: (step: Step) => Promise<void>;
}

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
