import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { entityPage } from './page-of-value.ts';
import { notify } from '../ui/notices.ts';
import type { ShownValue, ValueActions } from '../ui/value-menu/value-actions.ts';
import { followSession } from './follow-session.ts';
import { editFilter, narrowed } from './filter-edit.ts';
import type { ColumnState } from '../fields/column-state.ts';
import { usePageState } from '../address/use-page-state.ts';

/** What every value's menu does on this page: the address bar's filter and columns change. */
export function useValueActions({ shown, show }: ColumnState): ValueActions {
  const [{ q }, change] = usePageState();
  const router = useRouter();
  return useMemo(() => {
    const take = (next: string | undefined): void => {
      if (next === undefined) {
        notify({
          type: 'warning',
          content: 'The filter cannot take this in. Correct the filter first, or clear it.',
        });
      } else change({ q: next });
    };
    const edit = (how: 'for' | 'out' | 'only') => (value: ShownValue) =>
      take(editFilter(q, how, value));
    return {
      filterFor: edit('for'),
      filterOut: edit('out'),
      only: edit('only'),
      narrow: (condition) => take(narrowed(q, condition)),
      addColumn: (subject) => {
        if (!shown.includes(subject)) show([...shown, subject]);
      },
      groupBy: (subject) => change({ group: [subject] }),
      pageOf: entityPage(router),
      followSession: followSession(router),
    };
  }, [q, change, shown, show, router]);
}
