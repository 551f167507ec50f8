import { printSearch } from '../search-params.ts';
import type { EventAddress } from '../page-state.ts';

/** The event's own page: `/events/123456789012/eu-west-1/<event id>?time=…`. */
export function eventPath({ account, region, eventId, time }: EventAddress): string {
  const path = [account, region, eventId].map(encodeURIComponent).join('/');
  return `/events/${path}${time === undefined ? '' : printSearch({ time })}`;
}

/** The same as a colleague can open it. */
export const eventLink = (address: EventAddress): string => location.origin + eventPath(address);
