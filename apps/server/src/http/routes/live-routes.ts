import { liveEndpoints, type LiveFrame, ProblemError, problem } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Call, type Registrar, register } from '../endpoint.ts';
import { filterOf } from './events-asked.ts';

/** Each holds a connection for as long as its page is looked at. */
export const mostLive = 64;

export function liveRoutes(to: Registrar, service: Service): void {
  let running = 0;

  async function* live({
    query,
    signal,
  }: Call<typeof liveEndpoints.live>): AsyncGenerator<LiveFrame> {
    if (running >= mostLive) {
      const detail = `${running} pages are live already. Switch one of them off.`;
      throw new ProblemError(problem('too-many-requests', detail, { retryAfterMs: 10_000 }));
    }
    running += 1;
    try {
      yield* service.live(liveOf(query), signal);
    } finally {
      running -= 1;
    }
  }

  register(to, liveEndpoints.live, live);
}

function liveOf(query: Call<typeof liveEndpoints.live>['query']): Parameters<Service['live']>[0] {
  const { q, scope, columns } = query;
  return { filter: filterOf(q), scopes: scope, ...(columns && { columns }) };
}
