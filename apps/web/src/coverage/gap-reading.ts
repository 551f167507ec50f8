import type { Problem, ScopeProgress } from '@trailglass/api';
import type { Gap } from './gap.ts';

/** How far a gap has been read. */
export interface GapReading {
  readonly gap: Gap;
  readonly state: 'reading' | 'done' | 'stopped' | 'failed';
  readonly scopes: readonly ScopeProgress[];
  /** Events found that match. */
  readonly found: number;
  /** What stands in the way, one of a kind per scope. */
  readonly problems: readonly Problem[];
}

/** What has become of the gaps that the reader wants read, for one question. */
export interface Gaps {
  readonly active?: GapReading | undefined;
  /** They are read one after the other. */
  readonly waiting: readonly Gap[];
  /** Read to their end. */
  readonly done: readonly Gap[];
  /** What became of the last one; absent while none has come to an end, or a new one is being read. */
  readonly last?: GapReading | undefined;
}
