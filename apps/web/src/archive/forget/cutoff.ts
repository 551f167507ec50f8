import { parseTime, printTime, type EpochMs } from '@trailglass/record';
import type { TimeZone } from '../../ui/time/time-zone.ts';

/** Everything from before a day: so many days ago, or one that is chosen. */
export type Cutoff =
  | { readonly kind: 'days'; readonly days: number }
  /** YYYY-MM-DD */
  | { readonly kind: 'date'; readonly date: string };

const DAY = 86_400_000;

/** Where that day begins in the reader's zone, ISO; undefined when it is no day or yet to come. */
export function cutoffTime(cutoff: Cutoff, now: EpochMs, zone: TimeZone): string | undefined {
  const date = cutoff.kind === 'date' ? cutoff.date : zone.date(now - cutoff.days * DAY);
  const start = startOf(date, zone);
  return start === undefined || start > now ? undefined : printTime(start);
}

function startOf(date: string, zone: TimeZone): EpochMs | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const ms =
    zone.zone === 'utc' ? parseTime(`${date}T00:00:00Z`) : new Date(year, month - 1, day).getTime();
  // 31 February becomes 3 March: another day than was asked for.
  return ms === undefined || zone.date(ms) !== date ? undefined : (ms as EpochMs);
}
