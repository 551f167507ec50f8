import { filterLimits, parseFilter } from '@trailglass/query';
import { useEffect } from 'react';
import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';

const MOST = 20;
/** Milliseconds after which a search was one, and not a step on the way to it. */
const SETTLED = 3000;

/** Filters, the last one first; in this browser only. */
export const recentSearches = preference(
  'recent-searches',
  'Recent searches',
  z.array(z.string().max(filterLimits.characters)).max(MOST),
  [],
);

/** The search put first; what it was before in the list goes. */
export const withSearch = (before: readonly string[], q: string): string[] =>
  [q, ...before.filter((other) => other !== q)].slice(0, MOST);

/** Remembers what is searched for, once it has stood for a moment. */
export function useRemembered(q: string): void {
  useEffect(() => {
    if (q === '' || !parseFilter(q).filter) return undefined;
    const timer = setTimeout(
      () => recentSearches.write(withSearch(recentSearches.read(), q)),
      SETTLED,
    );
    return () => clearTimeout(timer);
  }, [q]);
}
