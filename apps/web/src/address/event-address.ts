import type { EventRow } from '@trailglass/api';
import type { EventAddress } from './page-state.ts';

export const addressOf = (row: EventRow): EventAddress => ({
  account: row.account,
  region: row.region,
  eventId: row.eventId,
  time: row.eventTime,
});
