import { type Client, eventLimits, type EventRow } from '@trailglass/api';
import { allOf, type Filter, printFilter } from '@trailglass/query';
import { type EpochMs, printTime } from '@trailglass/record';
import { scopeOf } from '../../../address/scope.ts';

export type Direction = 'previous' | 'next';

export interface Call {
  readonly row: EventRow;
  readonly eventName: string;
  readonly resourceName: string;
}

const is = (name: 'eventName' | 'resourceName', value: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name },
  value,
});

const windowMs = eventLimits.days * 86_400_000;
/** Searches that do not end are left after so many answers. */
const most = 20;

/**
 * The same API called on the same resource, in the same account and Region, just before or after; undefined when there
 * is none within 90 days. Throws ProblemError when it could not be looked up.
 */
export async function sameCall(
  client: Pick<Client, 'events'>,
  { row, eventName, resourceName }: Call,
  direction: Direction,
  now: EpochMs,
  signal?: AbortSignal,
): Promise<EventRow | undefined> {
  const at = Date.parse(row.eventTime);
  const earlier = direction === 'previous';
  const search = {
    q: printFilter(allOf([is('eventName', eventName), is('resourceName', resourceName)])),
    scopes: [scopeOf(row)],
    from: printTime((earlier ? at - windowMs : at) as EpochMs),
    to: printTime(earlier ? (at as EpochMs) : now),
    // Newest first: the previous is among the first, the next is the last.
    limit: earlier ? eventLimits.rows : eventLimits.maxRows,
  };
  let found: EventRow | undefined;
  let cursor: string | undefined;
  for (let asked = 0; asked < most; asked += 1) {
    let next: string | undefined;
    const one = cursor === undefined ? search : { ...search, cursor };
    for await (const frame of client.events(one, signal)) {
      if (frame.type === 'end') next = frame.next;
      if (frame.type !== 'rows') continue;
      const others = frame.events.filter(({ eventId }) => eventId !== row.eventId);
      if (earlier && others[0]) return others[0];
      found = others.at(-1) ?? found;
    }
    if (next === undefined || next === cursor) break;
    cursor = next;
  }
  return found;
}
