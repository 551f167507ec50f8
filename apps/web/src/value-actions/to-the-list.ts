import { useRouter } from '@tanstack/react-router';
import { printFilter } from '@trailglass/query';
import { useMemo } from 'react';
import { entityPage } from './page-of-value.ts';
import { parseSearch, printSearch } from '../address/search-params.ts';
import type { ShownValue, ValueActions } from '../ui/value-menu/value-actions.ts';
import { followSession } from './follow-session.ts';
import { editFilter } from './filter-edit.ts';
import { useColumnState } from '../fields/column-state.ts';
import { arrival, type PageState } from '../address/page-state.ts';
import { buildPageState, parsePageState } from '../address/url.ts';

/** What a value's menu does where there is no list beside it: it leads to the list. */
export function useListActions(): ValueActions {
  const router = useRouter();
  const { shown, show } = useColumnState();
  return useMemo(() => {
    /** Over the time and the scopes of this page, where it has them. */
    const open = (change: Partial<PageState>): void => {
      const { search } = router.history.location;
      const { range, accounts, regions } = parsePageState(parseSearch(search)).state;
      const page = { ...arrival, range, accounts, regions, ...change };
      router.history.push(`/events${printSearch(buildPageState(page))}`);
    };
    const list = (how: 'for' | 'out' | 'only') => (value: ShownValue) =>
      open({ q: editFilter('', how, value) ?? arrival.q });
    return {
      filterFor: list('for'),
      filterOut: list('out'),
      only: list('only'),
      narrow: (condition) => open({ q: printFilter(condition) }),
      addColumn: (subject) => {
        if (!shown.includes(subject)) show([...shown, subject]);
        router.history.push('/events');
      },
      groupBy: (subject) => open({ group: [subject] }),
      pageOf: entityPage(router),
      followSession: followSession(router),
    };
  }, [router, shown, show]);
}
