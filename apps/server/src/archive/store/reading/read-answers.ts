import { scopeKey, type Scope } from '@trailglass/record';
import type { Answer } from '../../protocol/protocol.ts';
import type { StoredEvent } from '../../stored-event.ts';
import type { Part, Position, Stop } from './read.types.ts';

/** By scope. */
export type Answers = ReadonlyMap<string, Answer<'read'>>;
/** Events of each scope. */
export type Counts = ReadonlyMap<string, number>;

export function countOf({ found }: Part): Counts {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(scopeKey(one), (counts.get(scopeKey(one)) ?? 0) + 1);
  return counts;
}

/** What each scope is told of what was found of all of them. */
export function answersOf(
  scopes: readonly Scope[],
  { found, stopped }: Part,
  examined: Counts,
): Answers {
  const events = new Map<string, StoredEvent[]>(scopes.map((scope) => [scopeKey(scope), []]));
  for (const one of found) events.get(scopeKey(one))?.push(one.stored);
  return new Map(
    [...events].map(([key, found]) => {
      const below = stopped && belowOf(stopped, key);
      return [key, { events: found, examined: examined.get(key) ?? 0, ...(below && { below }) }];
    }),
  );
}

/** Where a scope goes on. */
export function belowOf({ scope, listedMs, eventId }: Stop, key: string): Position {
  // The same eventID at the same time in another scope may be the very next; no eventID has a space in it.
  const another = scope !== undefined && scope !== key;
  return { listedMs, eventId: another ? `${eventId} ` : eventId };
}
