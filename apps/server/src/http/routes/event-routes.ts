import { contract, type Frame, ProblemError, problem } from '@trailglass/api';
import { parseFilter } from '@trailglass/query';
import { type EpochMs, parseTime } from '@trailglass/record';
import type { Service } from '../../service.types.ts';
import { type Call, type Registrar, register } from '../endpoint.ts';

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
  const { filter, problem: wrong } = parseFilter(query.q);
  if (wrong) {
    const { reason, from, to } = wrong;
    throw new ProblemError(problem('bad-filter', reason, { from, to }));
  }
  const [from, to] = [timeOf('from', query.from), timeOf('to', query.to)];
  if (from > to) throw new ProblemError(problem('bad-request', '`from` is later than `to`.'));
  const { scope: scopes, limit, cursor } = query;
  return { filter, from, to, scopes, limit, ...(cursor !== undefined && { cursor }) };
}

function timeOf(name: string, text: string): EpochMs {
  const time = parseTime(text);
  if (time === undefined) {
    throw new ProblemError(problem('bad-request', `\`${name}\` is not a time: ${text}`));
  }
  return time;
}
