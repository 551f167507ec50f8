import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Client, type Problem, problem, ProblemError } from '@trailglass/api';
import { useClient } from '../api/client.ts';
import type { EventAddress } from '../address/page-state.ts';
import { readWhole, type Whole } from './whole.ts';

export interface EventAnswer {
  readonly whole: Whole | undefined;
  readonly problem: Problem | undefined;
  readonly retry: () => void;
}

/** An event never changes, so it is asked for once; leaving it cancels the look-up. */
export function eventQuery(client: Client, address: EventAddress) {
  const { account, region, eventId } = address;
  return queryOptions({
    queryKey: ['event', account, region, eventId],
    queryFn: async ({ signal }) => readWhole(await client.event(address, signal)),
    staleTime: Infinity,
    structuralSharing: false,
  });
}

/** The whole event at an address. */
export function useEvent(address: EventAddress): EventAnswer {
  const query = useQuery(eventQuery(useClient(), address));
  const { data, error, isFetching } = query;
  return {
    whole: data,
    problem: error && !isFetching ? asProblem(error) : undefined,
    retry: () => void query.refetch(),
  };
}

export const asProblem = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : problem('internal', 'The answer was not one that this page understands. Reload the page.');
