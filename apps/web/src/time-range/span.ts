import { parseTime } from '@trailglass/record';
import type { Window } from './time-range.ts';

/** A window's ends in milliseconds; its last second belongs to it, as both ends of a search do. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanOf = ({ from, to }: Window): Span => {
  const start = parseTime(from) ?? 0;
  return { start, end: Math.max(start, parseTime(to) ?? 0) + 1000 };
};
