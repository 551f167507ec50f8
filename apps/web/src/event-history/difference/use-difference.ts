import { type Asked, type Difference, differenceEndpoints } from '@trailglass/api';
import { useClient } from '../../api/client.ts';
import { type Figure, useFigure } from '../results/use-figure.ts';
import type { Differ } from '../../address/page-state.ts';
import type { Phase } from '../results/results.ts';

/** What is different about some of a search's events, counted again while it reads. */
export function useDifference(
  differ: Differ,
  asked: Asked | undefined,
  phase: Phase,
): Figure<Difference> {
  const client = useClient();
  return useFigure(
    ['difference', differ],
    asked,
    phase,
    ({ scopes, ...about }, signal) => {
      const selection =
        differ.kind === 'events'
          ? { events: [...differ.ids] }
          : { from: differ.from, to: differ.to };
      const body = { ...about, scope: [...scopes], selection };
      return client.call(differenceEndpoints.difference, { body }, signal);
    },
    ({ covered }) => covered < 1,
  );
}
