import { useRouter } from '@tanstack/react-router';
import { printFilter } from '@trailglass/query';
import { useMemo } from 'react';
import { entityPage } from '../../entities/page-of-value.ts';
import { printSearch } from '../../ui/address.ts';
import type { ShownValue, ValueActions } from '../../ui/value-actions.ts';
import { followSession } from '../follow-session.ts';
import { editFilter } from '../filter-edit.ts';
import { useColumnState } from '../grid/column-state.ts';
import { arrival } from '../page-state.ts';
import { buildPageState } from '../url.ts';

/** What a value's menu does where there is no list beside it: it leads to the list. */
export function useListActions(): ValueActions {
  const router = useRouter();
  const { shown, show } = useColumnState();
  return useMemo(() => {
    const go = (q: string): void =>
      router.history.push(`/events${printSearch(buildPageState({ ...arrival, q }))}`);
    const list = (how: 'for' | 'out' | 'only') => (value: ShownValue) =>
      go(editFilter('', how, value) ?? arrival.q);
    return {
      filterFor: list('for'),
      filterOut: list('out'),
      only: list('only'),
      narrow: (condition) => go(printFilter(condition)),
      addColumn: (subject) => {
        if (!shown.includes(subject)) show([...shown, subject]);
        router.history.push('/events');
      },
      groupBy: (subject) =>
        router.history.push(
          `/events${printSearch(buildPageState({ ...arrival, group: [subject] }))}`,
        ),
      pageOf: entityPage(router),
      followSession: followSession(router),
    };
  }, [router, shown, show]);
}
