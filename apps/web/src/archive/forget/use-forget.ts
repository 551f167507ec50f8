import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Older, upkeepEndpoints } from '@trailglass/api';
import { useClient } from '../../api/client.ts';

/** What everything on the pages counts that the archive answers. */
const counted = ['archive', 'keeping', 'read-shares', 'figure'] as const;

/**
 * What deleting everything before a moment would take away, counted when asked; and doing it.
 * @param before ISO; nothing is counted without
 */
export function useForget(before: string | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  const older = useQuery({
    queryKey: ['older', before],
    queryFn:
      before === undefined
        ? skipToken
        : ({ signal }) => client.call(upkeepEndpoints.older, { query: { before } }, signal),
    // A preview is of now.
    gcTime: 0,
    staleTime: 0,
  });
  const forget = useMutation({
    mutationFn: ({ before, events }: Older) =>
      client.call(upkeepEndpoints.forget, { body: { before, events } }),
    onSettled: () =>
      Promise.all(counted.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
    // Refused because there are others by now: they are counted anew.
    onError: () => older.refetch(),
  });
  return { older, forget };
}
