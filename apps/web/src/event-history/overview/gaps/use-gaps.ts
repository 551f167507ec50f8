import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../../api/client.ts';
import type { Results } from '../../results/results.ts';
import type { ResultsStore } from '../../results/store.ts';
import { createGapReader, type GapReader } from './gap-reader.ts';
import type { Gaps } from '../../../coverage/gap-reading.ts';

/** How often what is counted over the events is counted anew while a gap fills. */
const COUNTED_EVERY = 3000;

/** Reading of single gaps for the question on the page; what it finds joins the list and the counts. */
export function useGaps(
  store: ResultsStore,
  question: Results['question'],
): { readonly gaps: Gaps; readonly reader: GapReader } {
  const client = useClient();
  const queries = useQueryClient();
  const [reader] = useState(() => createGapReader(client, store.add));
  const gaps = reader.use();
  useEffect(() => {
    reader.ask(question);
    return () => reader.ask(undefined);
  }, [reader, question]);

  const reading = gaps.active !== undefined;
  const { last } = gaps;
  useEffect(() => {
    // Figures that are on the page stand until the new ones are here.
    const count = (): void => void queries.invalidateQueries({ queryKey: ['figure'] });
    if (last) count();
    if (!reading) return undefined;
    const timer = setInterval(count, COUNTED_EVERY);
    return () => clearInterval(timer);
  }, [reading, last, queries]);
  return { gaps, reader };
}

/**
 * Once the last gap is read there is nothing left to ask AWS for: a search that was stopped or had failed goes on.
 * @param whole no gap is left
 */
export function useGoOn(store: ResultsStore, gaps: Gaps, whole: boolean): void {
  const went = useRef(0);
  const filled = gaps.done.length;
  useEffect(() => {
    if (filled === 0) went.current = 0;
    // Once for each gap: a search that fails all the same must not be asked for ever.
    if (!whole || filled === went.current) return;
    went.current = filled;
    const { phase } = store.snapshot();
    if (phase === 'stopped' || phase === 'failed') store.resume();
  }, [store, whole, filled]);
}
