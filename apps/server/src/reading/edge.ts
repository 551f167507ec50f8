import { eventLimits } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';

const DAY_MS = 86_400_000;

/**
 * The oldest second that AWS is asked for. A minute inside the 90 days, so that it does not fall out of them while it
 * is read.
 */
export const edgeOf = (now: EpochMs): EpochMs =>
  (second(now) - eventLimits.days * DAY_MS + 60_000) as EpochMs;

/** Down to the whole second, as LookupEvents has them. */
export const second = (time: number): EpochMs => (Math.floor(time / 1000) * 1000) as EpochMs;
