import { ProblemError, problem, type Problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { Newest } from './newest.ts';
import type { SearchPlan } from './plan.ts';
import { idMark, type Resume } from './position.ts';
import type { EarlyRows, PageSource, ReadPage, Target } from './search.types.ts';

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
  /** Rows of before, while something newer is still being read: they move no position. */
  | { readonly kind: 'early'; readonly rows: readonly TrailEvent[] }
  /** Something failed that the reading goes on without. */
  | { readonly kind: 'told'; readonly problem: Problem }
  | { readonly kind: 'waiting'; readonly problem: Problem }
  | { readonly kind: 'complete' }
  /** No older row of this scope can be among the newest any more. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ScopeReading {
  readonly target: Target;
  readonly start: Resume;
  readonly plan: SearchPlan;
  readonly newest: Newest;
  readonly limit: number;
  readonly source: PageSource;
  readonly signal: AbortSignal;
  /** Aborts when the scope can add no row any more: what it waits for is not worth waiting for. */
  readonly useless: AbortSignal;
  /** Resolves when the consumer can take more. */
  readonly tell: (step: Step) => Promise<void>;
}

/** Reads one scope until it is complete, has failed, or cannot add to the rows that are wanted. Never throws. */
export async function readScope(reading: ScopeReading): Promise<void> {
  const { target, plan, signal, tell, source } = reading;
  let resume = reading.start;
  const shown = new Set<string>();
  try {
    const question = {
      ...(plan.attribute === undefined ? {} : { attribute: plan.attribute }),
      from: plan.from,
      to: resume.at,
    };
    const pages = source.pages(target, question, {
      signal: AbortSignal.any([signal, reading.useless]),
      limit: reading.limit,
      onWaiting: (waiting) => void tell({ kind: 'waiting', problem: waiting.problem }),
      onProblem: (failed) => void tell({ kind: 'told', problem: failed }),
    });
    for await (const page of pages) {
      if ('early' in page) {
        const rows = takeEarly(page, resume, reading);
        for (const row of rows) shown.add(row.eventId);
        if (rows.length > 0) await tell({ kind: 'early', rows });
        continue;
      }
      const taken = takePage(page, resume, shown, reading);
      resume = taken.resume;
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
      if (page.last) return await tell({ kind: 'complete' });
      if (isClosed(reading.newest, resume.at)) break;
    }
    await tell({ kind: 'paused' });
  } catch (error) {
    if (signal.aborted) return;
    if (reading.useless.aborted) return await tell({ kind: 'paused' });
    await tell({ kind: 'failed', problem: problemOf(error, target) });
  }
}

/** Rows that are wanted if nothing newer turns up, and that were not sent in an earlier part of the search. */
function takeEarly({ early }: EarlyRows, before: Resume, reading: ScopeReading): TrailEvent[] {
  return early.flatMap(({ event, at }) =>
    !wasSent(before, event, at) && reading.plan.matches(event) && reading.newest.accepts(at)
      ? [event]
      : [],
  );
}

const wasSent = (before: Resume, { eventId }: TrailEvent, at: EpochMs): boolean =>
  at === before.at && before.sent.has(idMark(eventId));

/** Rows of a page that are wanted, and where reading goes on behind the last of them. */
function takePage(
  page: ReadPage,
  before: Resume,
  shown: ReadonlySet<string>,
  { plan, newest }: ScopeReading,
): { rows: TrailEvent[]; resume: Resume; full: boolean } {
  const rows: TrailEvent[] = [];
  const sent = new Map<EpochMs, Set<string>>([[before.at, new Set(before.sent)]]);
  const marksAt = (at: EpochMs): Set<string> => {
    const marks = sent.get(at) ?? new Set();
    sent.set(at, marks);
    return marks;
  };
  for (const { event, at } of page.found.toSorted((a, b) => b.at - a.at)) {
    if (wasSent(before, event, at) || !plan.matches(event)) continue;
    if (shown.has(event.eventId)) {
      marksAt(at).add(idMark(event.eventId));
      continue;
    }
    if (!newest.accepts(at)) return { rows, resume: { at, sent: marksAt(at) }, full: true };
    marksAt(at).add(idMark(event.eventId));
    rows.push(event);
  }
  return { rows, resume: { at: page.readTo, sent: marksAt(page.readTo) }, full: false };
}

const isClosed = (newest: Newest, readTo: EpochMs): boolean =>
  newest.closedAt !== undefined && newest.closedAt >= readTo;

const problemOf = (error: unknown, { label }: Target): Problem =>
  error instanceof ProblemError
    ? error.problem
    : problem('internal', `Reading ${label.account} in ${label.region} failed.`, label);
