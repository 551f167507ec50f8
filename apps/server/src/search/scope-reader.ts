import { ProblemError, problem, type Problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { Page } from '../lookup/question.types.ts';
import type { Newest } from './newest.ts';
import type { SearchPlan } from './plan.ts';
import { idMark, type Resume } from './position.ts';
import type { PageSource, Target } from './search.types.ts';

/** What happened in one scope, in order; the positions let the search go on from right behind it. */
export type Step =
  | {
      readonly kind: 'page';
      readonly rows: readonly TrailEvent[];
      readonly read: number;
      readonly calls: number;
      readonly unreadable: number;
      readonly resume: Resume;
    }
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
  try {
    const question = {
      ...(plan.attribute === undefined ? {} : { attribute: plan.attribute }),
      from: plan.from,
      to: resume.at,
    };
    const pages = source.pages(target, question, {
      signal: AbortSignal.any([signal, reading.useless]),
      onWaiting: (waiting) => void tell({ kind: 'waiting', problem: waiting.problem }),
    });
    for await (const page of pages) {
      const taken = takePage(page, resume, reading);
      resume = taken.resume;
      await tell({
        kind: 'page',
        rows: taken.rows,
        read: page.found.length,
        calls: page.calls,
        unreadable: page.unreadable,
        resume,
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

/** Rows of a page that are wanted, and where reading goes on behind the last of them. */
function takePage(
  page: Page,
  before: Resume,
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
    if (before.sent.has(idMark(event.eventId)) && at === before.at) continue;
    if (!plan.matches(event)) continue;
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
