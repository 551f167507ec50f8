import type { EventRow } from '@trailglass/api';
import { printTime, readFields, type TrailEvent } from '@trailglass/record';

/** What a list shows of an event: the scope it was read from and every field with a value. */
export const rowOf = (event: TrailEvent): EventRow => ({
  ...readFields(event),
  account: event.account,
  region: event.region,
  eventId: event.eventId,
  eventTime: printTime(event.time),
  ...(event.flaws.length === 0 ? {} : { flaws: event.flaws }),
});
