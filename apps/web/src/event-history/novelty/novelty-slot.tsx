import { lazy, Suspense } from 'react';
import { useAfterFirstRows } from '../overview/after-first-rows.ts';
import type { ResultsStore } from '../results/store.ts';

// The rows stand without it.
const Marking = lazy(() =>
  import('./marking.tsx').then(
    (module) => ({ default: module.Marking }),
    () => ({ default: () => null }),
  ),
);

/** Marks what is new in the rows of a list, once they stand. */
export function NoveltySlot({ store }: { readonly store: ResultsStore }) {
  return <Suspense>{useAfterFirstRows(store) && <Marking store={store} />}</Suspense>;
}
