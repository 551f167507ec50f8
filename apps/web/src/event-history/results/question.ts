import type { Search } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { TimeRange } from '../../address/page-state.ts';
import { absoluteRange } from '../../time-range/time-range.ts';

/** What the page asks: the address bar's part of a search, before a relative range becomes two times. */
export interface Question {
  readonly q: string;
  readonly range: TimeRange;
  /** `account:region` each. */
  readonly scopes: readonly string[];
  /** Dotted paths that are columns; the rows carry their values. */
  readonly paths?: readonly string[];
}

/** The question at one moment: a relative range ends at it, an absolute one stays. */
export const searchAt = ({ q, range, scopes, paths = [] }: Question, now: EpochMs): Search => ({
  q,
  scopes,
  ...(paths.length > 0 && { columns: paths }),
  ...absoluteRange(range, now),
});

/** Whether the answer to `a` is one to `b`: rows that carry more than is wanted do. */
export const sameQuestion = (a: Question, b: Question): boolean =>
  a === b || (sameEvents(a, b) && (b.paths ?? []).every((path) => a.paths?.includes(path)));

/** Whether both are answered by the same events, whatever their rows carry. */
export const sameEvents = (a: Question, b: Question): boolean =>
  JSON.stringify([a.q, a.range, a.scopes]) === JSON.stringify([b.q, b.range, b.scopes]);
