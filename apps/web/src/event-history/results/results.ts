import type { EventRow, Plan, Problem, ScopeProgress } from '@trailglass/api';
import type { Question } from './question.ts';

export type Phase =
  /** Nothing has been asked. */
  | 'idle'
  | 'reading'
  /** The reader stopped it; `resume` goes on. */
  | 'stopped'
  /** Enough rows for now; `loadMore` goes on. */
  | 'more'
  /** Every event of every scope in the window has been read. */
  | 'complete'
  /** All that is left was read; AWS no longer has the rest. */
  | 'partial'
  /** What remains cannot be read: `failure` says why, or `problems` scope by scope. `resume` tries again. */
  | 'failed';

/** All that the page knows about one search; a new object for every change. */
export interface Results {
  readonly phase: Phase;
  readonly question?: Question | undefined;
  /** Newest first, each event once. */
  readonly rows: readonly EventRow[];
  /** The rows still answer the question before this one. */
  readonly stale: boolean;
  readonly plan?: Plan | undefined;
  /** What follows from them stands in progress.ts: `totals`, `completeTo`, `remainingMs`. */
  readonly scopes: readonly ScopeProgress[];
  /** What stands in the way now, one of a kind per scope. */
  readonly problems: readonly Problem[];
  /** Why the request as a whole failed. */
  readonly failure?: Problem | undefined;
  /** Goes on where the reading is; absent when complete or not yet known. */
  readonly next?: string | undefined;
}

export const nothingAsked: Results = {
  phase: 'idle',
  rows: [],
  stale: false,
  scopes: [],
  problems: [],
};
