import {
  skipToken,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type Archive, eventLimits, type Keeping, keepingEndpoints } from '@trailglass/api';
import { useEffect, useRef } from 'react';
import { useServerNow } from '../../api/about.ts';
import { useClient } from '../../api/client.ts';
import { explain } from '../../api/explain.ts';
import { notify } from '../../ui/notices.ts';
import { askAgainIn } from './keeping-words.ts';
import { historyAt, type ReadShare, readShares } from './read-share.ts';

/** Counting is work for the archive: while it fills, its figures follow more slowly than its progress. */
const COUNTED_EVERY = 5000;
const COUNTED_SLOWLY = 60_000;
const countAgainIn = (askAgain: number | false): number | false =>
  askAgain && (askAgain === 2000 ? COUNTED_EVERY : COUNTED_SLOWLY);

/** The server takes so many scopes at a time. */
const portions = (scopes: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(scopes.length / eventLimits.scopes) }, (_, at) =>
    scopes.slice(at * eventLimits.scopes, (at + 1) * eventLimits.scopes),
  );

/** Background reading; followed closely while something moves and the page is looked at. */
export function useKeeping(): UseQueryResult<Keeping> {
  const client = useClient();
  return useQuery({
    queryKey: ['keeping'],
    queryFn: ({ signal }) => client.call(keepingEndpoints.keeping, {}, signal),
    refetchInterval: ({ state }) => askAgainIn(state.data),
  });
}

/** @param askAgain how soon background reading is asked for again */
export function useArchive(askAgain: number | false): UseQueryResult<Archive> {
  const client = useClient();
  return useQuery({
    queryKey: ['archive'],
    queryFn: ({ signal }) => client.archive(signal),
    refetchInterval: countAgainIn(askAgain),
    refetchOnWindowFocus: true,
  });
}

/** Once more when reading has come to an end: the last events came after the last count. */
export function useLastCount(moving: boolean): void {
  const queries = useQueryClient();
  const before = useRef(moving);
  useEffect(() => {
    const ended = before.current && !moving;
    before.current = moving;
    if (!ended) return;
    void queries.invalidateQueries({ queryKey: ['archive'] });
    void queries.invalidateQueries({ queryKey: ['read-shares'] });
  }, [moving, queries]);
}

/** How much of the 90 days has been read of each of these scopes; nothing is asked for none. */
export function useReadShares(
  scopes: readonly string[],
  askAgain: number | false,
): UseQueryResult<ReadonlyMap<string, ReadShare>> {
  const client = useClient();
  const now = useServerNow();
  return useQuery({
    queryKey: ['read-shares', scopes],
    queryFn:
      scopes.length === 0
        ? skipToken
        : async ({ signal }) => {
            const window = historyAt(now());
            const shares = new Map<string, ReadShare>();
            for (const some of portions(scopes)) {
              const coverage = await client.coverage({ q: '', ...window, scopes: some }, signal);
              for (const [scope, share] of readShares(coverage, window)) shares.set(scope, share);
            }
            return shares;
          },
    refetchInterval: countAgainIn(askAgain),
  });
}

export interface Keep {
  readonly scopes: readonly string[];
  readonly keep: boolean;
}

/** Changes what is read in the background; a refusal is told above the page. */
export function useChangeKeeping() {
  const client = useClient();
  const queries = useQueryClient();
  const shared = {
    // One after the other, so that the last answer is that to the last change.
    scope: { id: 'keeping' },
    // An answer from before the change must not overwrite it.
    onMutate: () => queries.cancelQueries({ queryKey: ['keeping'] }),
    onSuccess: async (keeping: Keeping | undefined) => {
      // Nor one that was asked for while it was under way.
      await queries.cancelQueries({ queryKey: ['keeping'] });
      queries.setQueryData(['keeping'], keeping);
    },
    onError: (error: Error) => {
      const { title, detail } = explain(error);
      notify({ type: 'error', header: title, content: detail });
      void queries.invalidateQueries({ queryKey: ['keeping'] });
    },
  };
  const keep = useMutation({
    ...shared,
    mutationKey: ['keep'],
    mutationFn: async ({ scopes, keep }: Keep) => {
      let keeping: Keeping | undefined;
      for (const some of portions(scopes))
        keeping = await client.call(keepingEndpoints.keep, { body: { scopes: [...some], keep } });
      return keeping;
    },
  });
  const pause = useMutation({
    ...shared,
    mutationFn: (paused: boolean) =>
      client.call(keepingEndpoints.pauseKeeping, { body: { paused } }),
  });
  const underWay = useMutationState({
    filters: { mutationKey: ['keep'], status: 'pending' },
    // Only the mutation above has that key.
    select: ({ state }) => state.variables as Keep,
  });
  return { keep, pause, underWay };
}
