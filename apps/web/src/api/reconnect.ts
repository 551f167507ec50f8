import { sharedValue } from '../ui/shared-value.ts';
import { aboutQuery } from './about.ts';
import { connection } from './connection.ts';
import { queryClient } from './query-client.ts';

const FIRST = 10_000;
const LAST = 60_000;

/** Milliseconds to the next try after so many that failed: never more than one in 10 s. */
export const pause = (failed: number): number => Math.min(FIRST * 2 ** failed, LAST);

/** Epoch milliseconds: when the server is asked again, and from when the reader may ask sooner. */
export interface NextTry {
  readonly at: number;
  readonly notBefore: number;
}

/** Undefined while the server answers. */
const nextTry = sharedValue<NextTry | undefined>(undefined);
export const useNextTry = nextTry.use;

let failed = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function wait(): void {
  const now = Date.now();
  nextTry.set({ at: now + pause(failed), notBefore: now + FIRST });
  timer = setTimeout(tryNow, pause(failed));
}

export function tryNow(): void {
  clearTimeout(timer);
  failed += 1;
  queryClient.fetchQuery({ ...aboutQuery, staleTime: 0 }).catch(() => {
    if (connection.get() === 'down') wait();
  });
}

connection.subscribe(() => {
  clearTimeout(timer);
  failed = 0;
  if (connection.get() === 'down') {
    wait();
    return;
  }
  nextTry.set(undefined);
  // What failed meanwhile is asked again; what was read stays until then.
  void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
});
