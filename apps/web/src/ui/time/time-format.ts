import type { TimeZone } from './time-zone.ts';

const two = (value: number): string => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** @param east minutes east of UTC at a moment; local zones change theirs with the season */
export function timeZone(zone: TimeZone['zone'], east: (ms: number) => number): TimeZone {
  const shown = (ms: number, from: number, to: number): string => {
    const moment = new Date(ms + east(ms) * 60_000);
    return Number.isNaN(moment.getTime())
      ? 'unknown time'
      : moment.toISOString().replace('T', ' ').slice(from, to);
  };
  return {
    zone,
    offset: (ms) => offsetText(east(ms)),
    dateTime: (ms) => shown(ms, 0, 19),
    time: (ms) => shown(ms, 11, 19),
    date: (ms) => shown(ms, 0, 10),
  };
}

export const utc = timeZone('utc', () => 0);
export const local = timeZone('local', (ms) => -new Date(ms).getTimezoneOffset());
