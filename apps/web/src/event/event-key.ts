import type { EventRow } from '@trailglass/api';

/** What tells one event from all others. */
export const eventKey = (event: Pick<EventRow, 'account' | 'eventId'>): string =>
  `${event.account} ${event.eventId}`;
