import { earliest, type EpochSecond, moved } from '@trailglass/record';
import type { Span, Spans } from '../archive/coverage.ts';
import { settledTo } from './missing.ts';

const HOUR_S = 3_600;
const DAY_S = 86_400;

/** When each re-read was last made, or reading began. */
export interface RereadTimes {
  readonly hourlyAt: EpochSecond;
  readonly dailyAt: EpochSecond;
}
export interface Reread {
  readonly kind: keyof RereadTimes;
  /** What is read again, newest first. */
  readonly spans: Spans;
}

/**
 * AWS names no bound for how late an event may come. So what has settled is read again, an hour of it every hour and
 * a day of it every day. Each goes over what the one before could not see; after a pause longer than its period that
 * is also the time around the pause's beginning, while the pause itself has just been read for the first time.
 * @returns the re-read that is due now: the daily one first, as it makes the hourly one unnecessary
 */
export function dueReread(
  { hourlyAt, dailyAt }: RereadTimes,
  now: EpochSecond,
): Reread | undefined {
  if (now - dailyAt >= DAY_S) return { kind: 'dailyAt', spans: again(dailyAt, DAY_S, now) };
  if (now - hourlyAt >= HOUR_S) return { kind: 'hourlyAt', spans: again(hourlyAt, HOUR_S, now) };
  return undefined;
}

/** Reading begins at `now`: the first re-reads come early, for what was young then. */
export const firstTimes = (now: EpochSecond): RereadTimes => ({
  hourlyAt: moved(now, -HOUR_S / 2),
  dailyAt: moved(now, -DAY_S / 2),
});

/** The times after a re-read that began at `at`. */
export const rereadAt = (
  times: RereadTimes,
  kind: Reread['kind'],
  at: EpochSecond,
): RereadTimes => ({
  hourlyAt: at,
  dailyAt: kind === 'dailyAt' ? at : times.dailyAt,
});

function again(last: EpochSecond, period: number, now: EpochSecond): Spans {
  const to = settledTo(now);
  const from = moved(to, -period);
  const before: Span = {
    from: settledTo(last),
    to: earliest(moved(settledTo(last), period), moved(from, -1)),
  };
  return before.from > before.to ? [{ from, to }] : [{ from, to }, before];
}
