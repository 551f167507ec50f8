import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SavedView, type SavedViews, viewEndpoints } from '@trailglass/api';
import { useClient } from '../../api/client.ts';

export const viewsKey = ['views'] as const;

interface Views {
  /** Undefined until they are known, and where they cannot be. */
  readonly views: readonly SavedView[] | undefined;
  readonly save: (views: readonly SavedView[]) => Promise<unknown>;
  readonly remove: (name: string) => Promise<unknown>;
}

/** The saved views, and what changes them; each change answers with all of them. A failure is the caller's to tell. */
export function useViews(): Views {
  const client = useClient();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: viewsKey,
    queryFn: ({ signal }) => client.call(viewEndpoints.views, {}, signal),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
  const onSuccess = (next: SavedViews): void => void queries.setQueryData(viewsKey, next);
  const save = useMutation({
    mutationFn: (views: readonly SavedView[]) =>
      client.call(viewEndpoints.saveView, { body: { views: [...views] } }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (name: string) => client.call(viewEndpoints.deleteView, { body: { name } }),
    onSuccess,
  });
  return { views: data?.views, save: save.mutateAsync, remove: remove.mutateAsync };
}
