import { printSearch } from '../search-params.ts';
import { printEvents } from '../packed-events.ts';
import type { EventAddress } from '../page-state.ts';

export const compareLimits = { least: 2, most: 5 } as const;

/** The comparison's own address: `/compare?events=<address>,<address>`. */
export const comparePath = (events: readonly EventAddress[]): string =>
  `/compare${printSearch({ events: printEvents(events) })}`;
