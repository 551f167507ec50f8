import { sharedValue } from '../ui/shared-value.ts';
import { aboutQuery } from './about.ts';
import { connection } from './connection.ts';
import { queryClient } from './query-client.ts';

const FIRST = 10_000;
const LAST = 60_000;

/** Milliseconds to the next try after so many that failed: never more than one in 10 s. */
export const pause = (failed: number): number => Math.min(FIRST * 2 ** failed, LAST);

/** When the server is asked again (epoch ms); undefined while it answers. */
const nextTry = sharedValue<number | undefined>(undefined);
export const useNextTry = nextTry.use;

let timer: ReturnType<typeof setTimeout> | undefined;

function tryAfter(failed: number): void {
  const wait = pause(failed);
  nextTry.set(Date.now() + wait);
  timer = setTimeout(() => {
    queryClient.fetchQuery({ ...aboutQuery, staleTime: 0 }).catch(() => {
      if (connection.get() === 'down') tryAfter(failed + 1);
    });
  }, wait);
}

connection.subscribe(() => {
  clearTimeout(timer);
  if (connection.get() === 'down') {
    tryAfter(0);
    return;
  }
  nextTry.set(undefined);
  // What failed meanwhile is asked again; what was read stays until then.
  void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
});
