import type { EventRow } from '@trailglass/api';
import type { EventAddress } from '../address/page-state.ts';
import { placeOf } from './results/order.ts';

export const addressOf = (row: EventRow): EventAddress => ({
  account: row.account,
  region: row.region,
  eventId: row.eventId,
  time: row.eventTime,
});

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
