import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { parseSearch } from './search-params.ts';
import { changePageState, type Move } from './change-page-state.ts';
import type { PageState } from './page-state.ts';
import { parsePageState, type ReadAddress } from './url.ts';

export type ChangePageState = (change: Partial<PageState>, how?: Move) => void;

/** The address bar, read: state and what of it could not be used. */
export function useAddress(): ReadAddress {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  return useMemo(() => parsePageState(parseSearch(search)), [search]);
}

/**
 * What the address bar says and the way to change it. Several changes in a row add up. Without `how`: opening an
 * event and changing the question make a history entry, walking from event to event does not, closing goes back.
 */
export function usePageState(): [PageState, ChangePageState] {
  const router = useRouter();
  const { state } = useAddress();
  const change = useCallback<ChangePageState>(
    (next, how) => changePageState(router, next, how),
    [router],
  );
  return [state, change];
}
