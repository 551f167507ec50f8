import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ResultsStore } from './store.ts';

/** Whether the first answer stands on the page, painted: what only adds to it must not delay it. Stays true. */
export function useAfterFirstRows(store: ResultsStore): boolean {
  const stands = useSyncExternalStore(store.subscribe, () => {
    const { rows, phase } = store.snapshot();
    return rows.length > 0 || (phase !== 'idle' && phase !== 'reading');
  });
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (!stands) return undefined;
    // The frame after the one that paints the rows; a hidden tab has neither.
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setAfter(true), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [stands]);
  return after;
}
