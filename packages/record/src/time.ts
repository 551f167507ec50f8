import type { EpochMs, EpochSecond } from './ids.ts';

const shape =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a record's eventTime: ISO 8601, also with fractions, an offset, or a space for the `T`.
 * No offset means UTC, as CloudTrail has no other. Undefined for anything else, never "now".
 */
export function parseTime(value: unknown): EpochMs | undefined {
  const found = typeof value === 'string' ? shape.exec(value.trim()) : null;
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = found;
  const offset = /^z$/i.test(zone)
    ? 'Z'
    : zone.length === 5
      ? `${zone.slice(0, 3)}:${zone.slice(3)}`
      : zone;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}`);
  if (Number.isNaN(time)) return undefined;
  // Date.parse moves 30 February into March; a date that does not exist is no time.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) > lastDay ? undefined : (time as EpochMs);
}

/** `2026-11-22T15:40:02Z`; milliseconds only where there are any. */
export const printTime = (time: EpochMs): string =>
  new Date(time).toISOString().replace('.000Z', 'Z');

/** The second that a moment lies in, counted from 1970: events are listed by these, and what was read is told in them. */
export const secondOf = (time: EpochMs): EpochSecond => Math.floor(time / 1000) as EpochSecond;
/** Where a second begins. */
export const msOf = (second: EpochSecond): EpochMs => (second * 1000) as EpochMs;
/** Where it ends, and the next one begins. */
export const endOfSecond = (second: EpochSecond): EpochMs => msOf(moved(second, 1));
export const downToSecond = (time: EpochMs): EpochMs => msOf(secondOf(time));
/** A moment so much later, or earlier, in its own unit. */
export const moved = <T extends EpochMs | EpochSecond>(time: T, by: number): T => (time + by) as T;
/** Of moments in the same unit. */
export const earliest = <T extends EpochMs | EpochSecond>(...times: readonly T[]): T =>
  Math.min(...times) as T;
export const latest = <T extends EpochMs | EpochSecond>(...times: readonly T[]): T =>
  Math.max(...times) as T;

export const printSecond = (second: EpochSecond): string => printTime(msOf(second));
