import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Asked } from '@trailglass/api';
import { printFilter } from '@trailglass/query';
import { useCallback, useMemo, useState } from 'react';
import { useServerNow } from '../api/about.ts';
import { useClient } from '../api/client.ts';
import { stripsOf, summaryOf } from '../coverage/strip.ts';
import type { PageState } from '../address/page-state.ts';
import { absoluteRange } from '../time-range/time-range.ts';
import { useScopes } from '../address/use-scopes.ts';
import { baselineOf } from './baseline.ts';
import { type Entity, entityFields } from '../address/pages/entity-address.ts';
import { askAbout } from './told.ts';
import { spanOf } from '../time-range/span.ts';

const STEPS = 120;
/** While not all of it is read, more of it may be read in the background: asked again more and more seldom. */
const again = (covered: number | undefined, times: number): number | false =>
  covered !== undefined && covered < 1 && Math.min(8_000 * times, 120_000);

/** The filter's text for all events of one thing. */
export const entityFilter = ({ kind, value }: Entity): string =>
  printFilter({ kind: 'is', subject: { kind: 'field', name: entityFields[kind] }, value });

/** Freezes the range at the moment of asking, with where the time before it begins. */
function useWindow(range: PageState['range']) {
  const now = useServerNow();
  const freeze = useCallback(() => {
    const window = absoluteRange(range, now());
    return { range, ...window, since: baselineOf(window, now()) };
  }, [range, now]);
  const [kept, keep] = useState(freeze);
  const window = kept.range === range ? kept : freeze();
  if (window !== kept) keep(window);
  return { window, refresh: () => keep(freeze()) };
}

/** All figures of one thing, over the time and the scopes of the address. */
export function useEntity(entity: Entity, range: PageState['range']) {
  const client = useClient();
  const scopes = useScopes();
  const { window, refresh } = useWindow(range);
  const { from, to, since } = window;
  const about: Asked = useMemo(
    () => ({ q: entityFilter(entity), from, to, scopes }),
    [entity, from, to, scopes],
  );
  const told = useQuery({
    queryKey: ['entity', entity.kind, about, since],
    queryFn: ({ signal }) => askAbout(client, entity.kind, about, since, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => again(state.data?.covered, state.dataUpdateCount),
  });
  const timeline = useQuery({
    queryKey: ['entity-timeline', about],
    queryFn: async ({ signal }) => {
      const [histogram, coverage] = await Promise.all([
        client.histogram(about, STEPS, signal),
        client.coverage(about, signal),
      ]);
      return { histogram, coverage: summaryOf(stripsOf(scopes, coverage, [], spanOf(about))) };
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => again(state.data?.histogram.covered, state.dataUpdateCount),
  });
  return { about, told, timeline, refresh };
}
