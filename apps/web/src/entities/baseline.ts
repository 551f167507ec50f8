import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import { awsReach, unitMs, type Window } from '../time-range/time-range.ts';

const least = 7 * unitMs.day;
const usual = 30 * unitMs.day;
/** Of the time before so much must have been read before anything is called new. */
export const enoughRead = 0.95;

/**
 * Where the time begins that a window is told against: thirty days before it, or as long as it is, and no earlier than
 * AWS goes back, unless that would leave less than a week. ISO.
 */
export function baselineOf({ from, to }: Window, now: EpochMs): string | undefined {
  const [start, end] = [parseTime(from), parseTime(to)];
  if (start === undefined || end === undefined) return undefined;
  const since = start - Math.max(usual, end - start);
  const reach = Math.floor((now - awsReach) / 1000) * 1000;
  return printTime((start - reach >= least ? Math.max(since, reach) : since) as EpochMs);
}
