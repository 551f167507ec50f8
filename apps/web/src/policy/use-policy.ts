import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { policyEndpoints, policyLimits } from '@trailglass/api';
import { useMemo } from 'react';
import { useServerNow } from '../api/about.ts';
import { useClient } from '../api/client.ts';
import { parseEvents } from '../address/packed-events.ts';
import { absoluteRange } from '../time-range/time-range.ts';
import { parsePageState } from '../address/url.ts';
import { useScopes } from '../address/use-scopes.ts';
import { parseSearch } from '../address/search-params.ts';

/** What the address asks the policy of, and the policy. */
export function usePolicy() {
  const client = useClient();
  const now = useServerNow();
  const scope = useScopes();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const asked = useMemo(() => {
    const params = parseSearch(search);
    const { events } = parseEvents(params['events'] ?? '', policyLimits.named);
    const { q, range } = parsePageState(params).state;
    // A relative range ends now, once: asking again is the reader's to do.
    return { events, q, range, window: absoluteRange(range, now()) };
  }, [search, now]);
  const { events, q, window } = asked;
  const body = events.length > 0 ? { events: [...events] } : { q, ...window, scope: [...scope] };
  const query = useQuery({
    queryKey: ['policy', body],
    queryFn: ({ signal }) => client.call(policyEndpoints.leastPrivilege, { body }, signal),
    staleTime: 0,
  });
  return { asked, query };
}
