import { type Novelty, noveltyEndpoints, noveltyLimits } from '@trailglass/api';
import { useEffect, useSyncExternalStore } from 'react';
import { client } from '../../api/client.ts';
import type { EventAddress } from '../../address/page-state.ts';
import { NoveltyAsker } from './asker.ts';
import { scopeOf } from '../../address/scope.ts';

/** Of all events that are shown anywhere. */
export const novelties = new NoveltyAsker({
  ask: async (events) => {
    const body = {
      events: events.map(({ account, region, eventId, time }) => ({
        scope: scopeOf({ account, region }),
        eventId,
        time,
      })),
    };
    return (await client.call(noveltyEndpoints.novelty, { body })).events;
  },
  most: noveltyLimits.events,
  stillMs: 400,
  againMs: 120_000,
});

/** What is new in an event that is on the screen; undefined until that is known. */
export function useNovelty({ account, region, eventId, time }: EventAddress): Novelty | undefined {
  useEffect(
    () => (time === undefined ? undefined : novelties.want({ account, region, eventId, time })),
    [account, region, eventId, time],
  );
  const address = { account, region, eventId };
  return useSyncExternalStore(novelties.subscribe, () => novelties.of(address));
}
