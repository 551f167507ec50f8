import { printSearch } from '../search-params.ts';
import { printEvents } from '../packed-events.ts';
import type { EventAddress, PageState } from '../page-state.ts';
import { buildPageState } from '../url.ts';

/** The policy of a search, at an address of its own: the search's own words. */
export function policyOfSearch({
  event: _closed,
  selected: _selected,
  ...state
}: PageState): string {
  return `/policy${printSearch(buildPageState(state))}`;
}

/** The policy of events by name. */
export const policyOfEvents = (events: readonly EventAddress[]): string =>
  `/policy${printSearch({ events: printEvents(events) })}`;
