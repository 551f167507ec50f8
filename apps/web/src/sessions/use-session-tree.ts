import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionTreeEndpoints } from '@trailglass/api';
import { useClient } from '../api/client.ts';
import type { SessionStart } from '../address/pages/session-address.ts';
import { scopeOf } from '../address/scope.ts';

const queryOf = (start: SessionStart) => {
  if ('key' in start) return start;
  const { eventId, time } = start.event;
  return { scope: scopeOf(start.event), event: eventId, ...(time !== undefined && { time }) };
};

/** The tree around a key or an event. */
export function useSessionTree(start: SessionStart) {
  const client = useClient();
  const query = queryOf(start);
  return useQuery({
    queryKey: ['session-tree', query],
    queryFn: ({ signal }) => client.call(sessionTreeEndpoints.sessionTree, { query }, signal),
    placeholderData: (before) => before,
  });
}

/** Asks AWS for the call that handed a key out; the tree then knows it. */
export function useFindOrigin() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: { readonly key: string; readonly account: string }) =>
      client.call(sessionTreeEndpoints.findOrigin, { body: asked }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session-tree'] }),
  });
}
