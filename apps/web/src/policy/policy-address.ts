import { printSearch } from '../ui/address.ts';
import type { EventAddress, PageState } from '../event-history/page-state.ts';
import { buildPageState } from '../event-history/url.ts';
import { printAddress } from '../event-history/url-parts.ts';

/** The policy of a search, at an address of its own: the search's own words. */
export function policyOfSearch({ event: _closed, ...state }: PageState): string {
  return `/policy${printSearch(buildPageState(state))}`;
}

/** The policy of events by name. */
export const policyOfEvents = (events: readonly EventAddress[]): string =>
  `/policy${printSearch({ events: events.map(printAddress).join(',') })}`;
