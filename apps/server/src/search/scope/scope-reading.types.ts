import type { Problem } from '@trailglass/api';
import type { EpochMs, TrailEvent } from '@trailglass/record';
import type { Resume } from '../cursor/position.ts';
import type { SearchPlan } from '../plan/plan.ts';
import type { PageSource, Target } from '../search.types.ts';
import type { Newest } from './newest.ts';

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
