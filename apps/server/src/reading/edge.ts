import { eventLimits } from '@trailglass/api';
import { downToSecond, type EpochMs, moved } from '@trailglass/record';

const DAY_MS = 86_400_000;

/**
 * The oldest second that AWS is asked for. A minute inside the 90 days, so that it does not fall out of them while it
 * is read.
 */
export const edgeOf = (now: EpochMs): EpochMs =>
  moved(downToSecond(now), 60_000 - eventLimits.days * DAY_MS);
