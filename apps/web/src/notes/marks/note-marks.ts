import { useEffect } from 'react';

/** The notes of the rows on the page are asked for. @param ready once they stand: marks must not delay them */
export function useNoteMarks(ready: boolean): void {
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
