import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { upkeepEndpoints } from '@trailglass/api';
import { useClient } from '../../api/client.ts';

/** What AWS could not give again, counted when asked; and beginning a new archive. */
export function useBegin(before: string) {
  const client = useClient();
  const queries = useQueryClient();
  const older = useQuery({
    queryKey: ['older', before],
    queryFn: ({ signal }) => client.call(upkeepEndpoints.older, { query: { before } }, signal),
    gcTime: 0,
    retry: false,
  });
  const begin = useMutation({
    mutationFn: () => client.call(upkeepEndpoints.begin, { body: {} }),
    // Nothing on any page rests on the archive from before any more.
    onSettled: () => queries.invalidateQueries(),
  });
  return { older, begin };
}
