import { useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { buildPageState, parsePageState } from '../../address/url.ts';
import { parseSearch, printSearch } from '../../address/search-params.ts';

type Links = Readonly<Record<'events' | 'bookmarks' | 'archive' | 'accounts', string>>;

/** Addresses of the console's pages. They keep the question, so that coming back finds it; not the open event, and the selection waits there by itself. */
export const useLinks = (): Links =>
  linksFrom(useRouterState({ select: (state) => state.location.searchStr }));

/** The same from an address's search part. */
export function linksFrom(search: string): Links {
  const {
    event: _closed,
    selected: _waiting,
    ...state
  } = parsePageState(parseSearch(search)).state;
  const kept = printSearch(buildPageState(state));
  return {
    events: `/events${kept}`,
    bookmarks: `/bookmarks${kept}`,
    archive: `/archive${kept}`,
    accounts: `/accounts${kept}`,
  };
}

/** For Cloudscape's `onFollow`: stays in the page. */
export function useFollow(): (event: CustomEvent<{ href?: string; external?: boolean }>) => void {
  const router = useRouter();
  return useCallback(
    (event) => {
      const { href, external } = event.detail;
      if (!href || external) return;
      event.preventDefault();
      router.history.push(href);
    },
    [router],
  );
}
