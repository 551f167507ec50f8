import { type EpochSecond, latest, moved } from '@trailglass/record';
import { noveltyLimits } from '@trailglass/api';
import { type Coverage, type Span, union } from '../archive/coverage.ts';

const DAY_S = 86_400;

/** The longest that a baseline may be, in milliseconds. */
export const baselineMs = noveltyLimits.days * DAY_S * 1000;

/**
 * The time before an event that it is compared with: at most thirty days, and only as far back as everything was read
 * without a gap. Undefined where that is too little to tell.
 */
export function baselineOf(
  { settled, provisional }: Coverage,
  when: EpochSecond,
): Span | undefined {
  const before = moved(when, -1);
  const read = provisional.reduce(union, settled);
  const span = read.find(({ from, to }) => from <= before && to >= before);
  if (span === undefined) return undefined;
  const from = latest(span.from, moved(when, -noveltyLimits.days * DAY_S));
  return when - from < noveltyLimits.leastDays * DAY_S ? undefined : { from, to: before };
}
