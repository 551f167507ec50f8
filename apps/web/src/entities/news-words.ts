import { parseTime } from '@trailglass/record';
import { unitMs } from '../time-range/time-range.ts';
import type { TimeZone } from '../ui/time/time-zone.ts';
import { enoughRead } from './baseline.ts';
import type { Told } from './told.ts';

/** thin: too little of the time before is read to call anything new. all: nothing of it was seen then. */
export type NewsState = 'thin' | 'all' | 'some';

/** Undefined where there is no time before. */
export function newsState({ before, all }: Pick<Told, 'before' | 'all'>): NewsState | undefined {
  if (!before || all.count === 0) return undefined;
  if (before.covered < enoughRead) return 'thin';
  return before.count === 0 ? 'all' : 'some';
}

/** More than a week: of a shorter one more of the time before may be read. */
export function isLong({ from, to }: Pick<Told, 'from' | 'to'>): boolean {
  const [first, last] = [parseTime(from), parseTime(to)];
  return first !== undefined && last !== undefined && last - first > 7 * unitMs.day;
}

/** `2026-10-16 00:00 to 2026-11-15 23:59 UTC` */
export function timeBefore(
  { from, to }: { readonly from: string; readonly to: string },
  zone: TimeZone,
): string {
  const [first, last] = [parseTime(from), parseTime(to)];
  if (first === undefined || last === undefined) return `${from} to ${to}`;
  return `${zone.dateTime(first).slice(0, 16)} to ${zone.dateTime(last).slice(0, 16)} ${zone.offset(last)}`;
}
