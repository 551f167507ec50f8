import type { EventRow } from '@trailglass/api';
import type { EventAddress } from '../../address/page-state.ts';

/** Times print with or without milliseconds; without the final Z both kinds compare as text. */
const compareTimes = (a: string, b: string): number => {
  if (a === b) return 0;
  const [left, right] = a.length === b.length ? [a, b] : [a.slice(0, -1), b.slice(0, -1)];
  return left < right ? -1 : 1;
};
const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Negative when `a` stands above `b`: newest first, then by event ID. 0 only for the same event of the same account. */
export const compareRows = (a: EventRow, b: EventRow): number =>
  compareTimes(b.eventTime, a.eventTime) ||
  compareText(a.eventId, b.eventId) ||
  compareText(a.account, b.account);

/** The first index at or after `from` whose row does not stand above `row`; binary search. */
export function placeOf(rows: readonly EventRow[], row: EventRow, from = 0): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = rows[middle];
    if (at && compareRows(at, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows at `from` (ISO) and later. */
export function rowsSince(rows: readonly EventRow[], from: string): readonly EventRow[] {
  const last = rows.findLastIndex((row) => compareTimes(row.eventTime, from) >= 0);
  return last === rows.length - 1 ? rows : rows.slice(0, last + 1);
}

/** Where the event stands, or -1. */
export function indexOfRow(rows: readonly EventRow[], row: EventRow): number {
  const place = placeOf(rows, row);
  const found = rows[place];
  return found && compareRows(found, row) === 0 ? place : -1;
}

/** Where the event of an address stands in the list, or -1. */
export function indexOfEvent(rows: readonly EventRow[], at: EventAddress): number {
  const same = (row: EventRow | undefined): boolean =>
    row?.eventId === at.eventId && row.account === at.account;
  if (at.time !== undefined) {
    const place = placeOf(rows, { ...at, eventTime: at.time });
    if (same(rows[place])) return place;
  }
  return rows.findIndex(same);
}
