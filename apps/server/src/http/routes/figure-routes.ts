import { contract, countEndpoints, memberEndpoints, ProblemError, problem } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { eventsOf } from './events-asked.ts';

/** What is counted in the archive; a request that is given up ends its count. */
export function figureRoutes(to: Registrar, service: Service): void {
  register(to, contract.histogram, async ({ query, signal }) =>
    service.histogram({ ...eventsOf(query), buckets: query.buckets }, signal),
  );
  register(to, contract.facets, async ({ query, signal }) => {
    const { fields, limit, search } = query;
    const asked = { ...eventsOf(query), fields, limit, ...(search !== undefined && { search }) };
    return service.facets(asked, signal);
  });
  register(to, countEndpoints.counts, async ({ body, signal }) =>
    service.counts(
      body.questions.map((one) => eventsOf({ ...one, scope: one.scope ?? shared(body.scope) })),
      signal,
    ),
  );
  register(to, memberEndpoints.members, async ({ body, signal }) =>
    service.members({ ...eventsOf(body), below: body.below }, signal),
  );
  register(to, contract.coverage, async ({ query, signal }) =>
    service.coverage(eventsOf(query), signal),
  );
  register(to, contract.emptiness, async ({ query, signal }) =>
    service.emptiness(eventsOf(query), signal),
  );
  register(to, contract.archive, ({ signal }) => service.archive(signal));
}

function shared(scope: readonly string[] | undefined): readonly string[] {
  if (scope) return scope;
  throw new ProblemError(
    problem('bad-request', 'A question has no `scope`, and there is none for all.'),
  );
}
