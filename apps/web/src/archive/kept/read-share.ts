import { type Coverage, eventLimits } from '@trailglass/api';
import { parseTime, printTime, type EpochMs } from '@trailglass/record';
import { scopeOf } from '../../address/scope.ts';

/** How much of one scope's 90 days has been read. */
export interface ReadShare {
  /** 0 to 1. */
  readonly share: number;
  /** What has been read, in shares of the 90 days: 0 is their beginning. Oldest first. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The 90 days of event history, without the minutes in which both ends are in motion: the oldest leave it, and of the
 * newest nobody can say yet that all are there. ISO, both ends inclusive.
 */
export function historyAt(now: EpochMs): { readonly from: string; readonly to: string } {
  // What was read is told in whole seconds.
  const second = now - (now % 1000);
  return {
    from: printTime((second - eventLimits.days * DAY + 3 * MINUTE) as EpochMs),
    to: printTime((second - 15 * MINUTE) as EpochMs),
  };
}

/** By `account:region`. */
export function readShares(
  { scopes }: Coverage,
  window: { readonly from: string; readonly to: string },
): ReadonlyMap<string, ReadShare> {
  const start = parseTime(window.from) ?? 0;
  const whole = (parseTime(window.to) ?? 0) + 1000 - start;
  const place = (ms: number): number => Math.max(0, Math.min(1, (ms - start) / whole));
  return new Map(
    scopes.map(({ account, region, intervals }) => {
      const stretches = intervals
        .map(({ from, to }) => ({
          from: place(parseTime(from) ?? 0),
          to: place((parseTime(to) ?? 0) + 1000),
        }))
        .filter(({ from, to }) => from < to);
      const share = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
      // Sums of shares are not exact.
      return [scopeOf({ account, region }), { share: share > 1 - 1e-9 ? 1 : share, stretches }];
    }),
  );
}
