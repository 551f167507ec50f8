import type { EventAddress } from './page-state.ts';
import { base64, bytesOf, isUuid, LEGIBLE, UUID_BYTES, uuidBytes, uuidOf } from './packed-ids.ts';
import { item, parseAddress, printAddress } from './url-parts.ts';

const TIME_BYTES = 4;

/**
 * Events in an address, several hundred of them in one that can still be sent: `account:region::` and, for each event of
 * that scope, its id and its second in 20 bytes, all of them as base64url. Those whose id is no UUID stand by themselves.
 */
export function printEvents(events: readonly EventAddress[]): string {
  if (events.length <= LEGIBLE) return events.map(printAddress).join(',');
  const scopes = new Map<string, number[]>();
  const alone: string[] = [];
  for (const event of events) {
    if (!isUuid(event.eventId)) {
      alone.push(printAddress(event));
      continue;
    }
    const scope = `${item(event.account)}:${item(event.region)}`;
    const bytes = scopes.get(scope) ?? [];
    scopes.set(scope, bytes);
    const second = event.time === undefined ? 0 : Math.floor(Date.parse(event.time) / 1000);
    bytes.push(
      ...uuidBytes(event.eventId),
      ...[24, 16, 8, 0].map((bits) => (second >>> bits) & 255),
    );
  }
  return [...[...scopes].map(([scope, bytes]) => `${scope}::${base64(bytes)}`), ...alone].join(',');
}

interface Parsed {
  /** Each once, in the link's order, at most so many as are wanted. */
  readonly events: readonly EventAddress[];
  /** Parts of the link that name no event, and events beyond those. */
  readonly leftOut: number;
}

/** Reads events from any text, whatever stands in it. */
export function parseEvents(text: string, most: number): Parsed {
  const found = new Map<string, EventAddress>();
  let leftOut = 0;
  for (const part of text.split(',')) {
    if (part === '') continue;
    for (const event of eventsOf(part)) {
      const key = event && `${event.account} ${event.eventId}`;
      if (key !== undefined && found.has(key)) continue;
      if (event && key !== undefined && found.size < most) found.set(key, event);
      else leftOut += 1;
    }
  }
  return { events: [...found.values()], leftOut };
}

function eventsOf(part: string): readonly (EventAddress | undefined)[] {
  const [account, region, none, packed = '', ...more] = part.split(':');
  if (none !== '' || more.length > 0) return [parseAddress(part)];
  const bytes = bytesOf(packed);
  const size = UUID_BYTES + TIME_BYTES;
  if (bytes.length === 0 || bytes.length % size > 0) return [undefined];
  return Array.from({ length: bytes.length / size }, (_, n) => {
    const one = bytes.slice(n * size, (n + 1) * size);
    const second = one.slice(UUID_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
    const time = second === 0 ? '' : `:${new Date(second * 1000).toISOString()}`;
    return parseAddress(`${account}:${region}:${uuidOf(one.slice(0, UUID_BYTES))}${time}`);
  });
}
