import type { ScopeProgress } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import type { Span } from '../time-range/span.ts';

/** gone: never read, and older than what AWS keeps. */
export type StripState = 'read' | 'provisional' | 'reading' | 'gone' | 'missing' | 'failed';

/** A stretch of one scope's time, in milliseconds; `end` does not belong to it. */
export interface Stretch extends Span {
  readonly state: StripState;
}

export interface ScopeStrip {
  readonly account: string;
  readonly region: string;
  /** Oldest first, without holes: all of the window. */
  readonly stretches: readonly Stretch[];
  /** Events read in this search, matching or not. */
  readonly events: number;
  /** Estimated milliseconds until what is being read is read. */
  readonly etaMs?: number | undefined;
}

export const isRead = ({ state }: Stretch): boolean => state === 'read' || state === 'provisional';

/** Not read and not being read either, though it could be. */
export const isGap = ({ state }: Stretch): boolean => state === 'missing' || state === 'failed';

/** From when on a scope has been read: a page may end within the second of `readTo`, with more of it on the next one. */
export function wholeFrom({ readTo }: Pick<ScopeProgress, 'readTo'>): number | undefined {
  const ms = parseTime(readTo);
  return ms === undefined ? undefined : Math.floor(ms / 1000) * 1000 + 1000;
}
