import { parseTime } from '@trailglass/record';
import type { TimeZone } from './time-zone.ts';

/** `2026-11-22 15:40 UTC+01:00`, to the minute, for sentences. */
export function momentText(iso: string, zone: TimeZone): string {
  const ms = parseTime(iso);
  return ms === undefined ? iso : `${zone.dateTime(ms).slice(0, 16)} ${zone.offset(ms)}`;
}
