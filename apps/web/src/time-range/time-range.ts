import { type EpochMs, parseTime, printTime } from '@trailglass/record';
import type { TimeZone } from '../ui/time/time-zone.ts';
import type { TimeRange } from '../address/page-state.ts';

const MINUTE = 60_000;
export const unitMs = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE } as const;

/** The AWS console's presets and the longer ones; LookupEvents goes back 90 days. */
export const presets: readonly Extract<TimeRange, { kind: 'relative' }>[] = [
  { kind: 'relative', amount: 30, unit: 'minute' },
  { kind: 'relative', amount: 1, unit: 'hour' },
  { kind: 'relative', amount: 12, unit: 'hour' },
  { kind: 'relative', amount: 1, unit: 'day' },
  { kind: 'relative', amount: 7, unit: 'day' },
  { kind: 'relative', amount: 30, unit: 'day' },
  { kind: 'relative', amount: 90, unit: 'day' },
];

/** What LookupEvents goes back, in milliseconds. */
export const awsReach = 90 * unitMs.day;

/** Longer ones, as far as the archive holds events that AWS no longer has. */
export const longerPresets = (oldest: number, now: EpochMs): typeof presets =>
  [90, 180].flatMap((days) =>
    oldest < now - days * unitMs.day
      ? [{ kind: 'relative', amount: days === 90 ? 180 : 365, unit: 'day' } as const]
      : [],
  );

/** Both ends inclusive, ISO in UTC, whole seconds as CloudTrail's times are. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Freezes a range: a relative one ends at the server's now. */
export function absoluteRange(range: TimeRange, now: EpochMs): Window {
  if (range.kind === 'absolute') return { from: range.from, to: range.to };
  const to = Math.floor(now / 1000) * 1000;
  const from = to - range.amount * unitMs[range.unit];
  return { from: printTime(from as EpochMs), to: printTime(to as EpochMs) };
}

/** `Last 90 days`, or both ends in the reader's zone with its offset. */
export function rangeLabel(range: TimeRange, zone: TimeZone): string {
  if (range.kind === 'relative') {
    return range.amount === 1
      ? `Last ${range.unit}`
      : `Last ${range.amount.toLocaleString('en')} ${range.unit}s`;
  }
  const from = parseTime(range.from);
  const to = parseTime(range.to);
  if (from === undefined || to === undefined) return `${range.from} – ${range.to}`;
  const [first, last] = [zone.offset(from), zone.offset(to)];
  return first === last
    ? `${zone.dateTime(from)} – ${zone.dateTime(to)} ${last}`
    : `${zone.dateTime(from)} ${first} – ${zone.dateTime(to)} ${last}`;
}
