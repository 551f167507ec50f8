import { Suspense } from 'react';
import { lazily } from '../../ui/loading/lazily.ts';
import { useAfterFirstRows } from '../results/after-first-rows.ts';
import type { ResultsStore } from '../results/store.ts';

const Marking = lazily(() => import('./marking.tsx').then((part) => part.Marking));

/** Marks what is new in the rows of a list, once they stand. */
export function NoveltySlot({ store }: { readonly store: ResultsStore }) {
  return <Suspense>{useAfterFirstRows(store) && <Marking store={store} />}</Suspense>;
}
