import { useEffect } from 'react';
import type { EventRow } from '@trailglass/api';
import { sharedValue } from '../../ui/shared-value.ts';
import type { ColumnState } from '../../fields/column-state.ts';
import type { PageState } from '../../address/page-state.ts';
import type { ResultsStore } from './store.ts';
import type { ChangePageState } from '../../address/use-page-state.ts';

/** The list of events on the screen, as keys and the command palette act on it. */
export interface ListInHand {
  readonly store: ResultsStore;
  readonly columns: ColumnState;
  readonly page: PageState;
  readonly change: ChangePageState;
  /** Opens an event and brings its row into view. */
  readonly walk: (row: EventRow) => void;
  /** Puts the focus on the row last left. */
  readonly toList: () => void;
}

/** Absent on every other page. */
export const listInHand = sharedValue<ListInHand | undefined>(undefined);

export function useListInHand(list: ListInHand): void {
  useEffect(() => listInHand.set(list));
  useEffect(() => () => listInHand.set(undefined), []);
}
