import { useEffect, useState, useSyncExternalStore } from 'react';
import { useServerNow } from '../../api/about.ts';
import { useClient } from '../../api/client.ts';
import type { Question } from './question.ts';
import type { Results } from './results.ts';
import { createResults, type ResultsStore } from './store.ts';

/** The page's one store, always answering this question. It does not render again when rows arrive. */
export function useResultsStore(question: Question): ResultsStore {
  const client = useClient();
  const now = useServerNow();
  const [store] = useState(() => createResults(client));
  useEffect(() => store.show(question, now), [store, question, now]);
  useEffect(() => store.close, [store]);
  return store;
}

/** What the store knows now; renders again with every change, at most once per frame. */
export const useResults = (store: ResultsStore): Results =>
  useSyncExternalStore(store.subscribe, store.snapshot);
