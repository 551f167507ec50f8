import type { TimeZone } from './time-zone.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const dayAndMonth = (date: string): string =>
  `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`;

/** `1 Sep 2026` */
export function dayWords(ms: number, zone: TimeZone): string {
  const date = zone.date(ms);
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** `3 Nov 04:00`, to be read aloud; of the 90 days no two share it. */
export const dayTimeWords = (ms: number, zone: TimeZone): string =>
  `${dayAndMonth(zone.date(ms))} ${zone.time(ms).slice(0, 5)}`;
