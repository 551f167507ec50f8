import { useMemo } from 'react';
import { useAbout } from '../api/about.ts';
import { chosenScopes } from './scopes.ts';
import { usePageState } from './use-page-state.ts';

/** `account:region` of everything the reader looks at, for a search. The same array while nothing changes. */
export function useScopes(): readonly string[] {
  const about = useAbout();
  const [{ accounts, regions }] = usePageState();
  return useMemo(
    () => chosenScopes({ accounts, regions }, about).scopes,
    [accounts, regions, about],
  );
}
