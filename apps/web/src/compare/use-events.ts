import { useQueries } from '@tanstack/react-query';
import type { Problem } from '@trailglass/api';
import { useClient } from '../api/client.ts';
import { asProblem, eventQuery } from '../event/use-event.ts';
import type { Whole } from '../event/whole.ts';
import type { EventAddress } from '../address/page-state.ts';

export interface Asked {
  readonly address: EventAddress;
  readonly whole: Whole | undefined;
  readonly problem: Problem | undefined;
  readonly retry: () => void;
}

/** Several whole events, each asked for once; those that were open already are there at once. */
export function useEvents(addresses: readonly EventAddress[]): readonly Asked[] {
  const client = useClient();
  const answers = useQueries({ queries: addresses.map((address) => eventQuery(client, address)) });
  return addresses.map((address, at) => {
    const answer = answers[at];
    return {
      address,
      whole: answer?.data,
      problem: answer?.error && !answer.isFetching ? asProblem(answer.error) : undefined,
      retry: () => void answer?.refetch(),
    };
  });
}
