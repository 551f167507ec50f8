import { useEffect } from 'react';
import type { EventRow } from '@trailglass/api';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { NoveltyBadge } from './badge.tsx';
import { novelties } from './novelties.ts';
import { noveltyPreference } from './novelty-preference.ts';
import { rowBadge } from './row-badge.ts';

const badgeOf = (row: EventRow) => <NoveltyBadge row={row} />;

/** Gives rows their badges; asks for none while events are being read, as what was read before them changes then. */
export function Marking({ store }: { readonly store: ResultsStore }) {
  const [shown] = noveltyPreference.use();
  const reading = useResults(store).phase === 'reading';
  useEffect(() => {
    rowBadge.set(shown === 'shown' ? badgeOf : undefined);
    return () => rowBadge.set(undefined);
  }, [shown]);
  useEffect(() => novelties.pause(reading), [reading]);
  return null;
}
