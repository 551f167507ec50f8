import { printSearch } from '../../ui/address.ts';
import type { EventAddress } from '../page-state.ts';
import { parseAddress, printAddress } from '../url-parts.ts';

export const compareLimits = { least: 2, most: 5 } as const;

/** The comparison's own address: `/compare?events=<address>,<address>`. */
export const comparePath = (events: readonly EventAddress[]): string =>
  `/compare${printSearch({ events: events.map(printAddress).join(',') })}`;

export interface Asked {
  /** Each once, in the link's order, at most five. */
  readonly events: readonly EventAddress[];
  /** Parts of the link that name no event, and events beyond the fifth. */
  readonly leftOut: number;
}

/** Reads the `events` part of any link, whatever stands in it. */
export function parseEvents(text: string): Asked {
  const parts = text.split(',').filter((part) => part !== '');
  const found = new Map<string, EventAddress>();
  let leftOut = 0;
  for (const part of parts) {
    const event = parseAddress(part);
    const key = event && `${event.account} ${event.eventId}`;
    if (key !== undefined && found.has(key)) continue;
    if (event && key !== undefined && found.size < compareLimits.most) found.set(key, event);
    else leftOut += 1;
  }
  return { events: [...found.values()], leftOut };
}
