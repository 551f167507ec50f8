import { contract, type Frame, ProblemError, problem } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Call, type Registrar, register } from '../endpoint.ts';
import { eventsOf, timeOf } from './events-asked.ts';

/** Each holds a connection and a turn in the queue for AWS; a person with several tabs needs a dozen. */
export const mostSearches = 64;

export function eventRoutes(to: Registrar, service: Service): void {
  let running = 0;

  async function* search({ query, signal }: Call<typeof contract.events>): AsyncGenerator<Frame> {
    if (running >= mostSearches) {
      throw new ProblemError(
        problem(
          'too-many-requests',
          `${running} searches run already. Close a tab or wait a moment.`,
          {
            retryAfterMs: 1000,
          },
        ),
      );
    }
    running += 1;
    try {
      yield* service.search(searchOf(query), signal);
    } finally {
      running -= 1;
    }
  }

  register(to, contract.events, search);
  register(to, contract.event, ({ params, query, signal }) =>
    service.event(
      { ...params, ...(query.time !== undefined && { time: timeOf('time', query.time) }) },
      signal,
    ),
  );
}

function searchOf(query: Call<typeof contract.events>['query']): Parameters<Service['search']>[0] {
  const { limit, cursor, columns } = query;
  return {
    ...eventsOf(query),
    limit,
    ...(cursor !== undefined && { cursor }),
    ...(columns && { columns }),
  };
}
