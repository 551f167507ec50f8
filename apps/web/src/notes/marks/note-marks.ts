import { useEffect } from 'react';
import { useAfterFirstRows } from '../../event-history/results/after-first-rows.ts';
import type { ResultsStore } from '../../event-history/results/store.ts';

/** Once the rows stand, their notes are asked for. */
export function useNoteMarks(store: ResultsStore): void {
  const ready = useAfterFirstRows(store);
  useEffect(() => {
    if (!ready) return undefined;
    let stop: (() => void) | undefined;
    let left = false;
    const follow = async (): Promise<void> => {
      const { followNotes } = await import('./follow-notes.ts');
      if (!left) stop = followNotes();
    };
    // Where the server is gone, the page says so already.
    follow().catch(() => undefined);
    return () => {
      left = true;
      stop?.();
    };
  }, [ready]);
}
