import { problem, ProblemError, sessionTreeEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import type { SessionStart } from '../../sessions/session-trees.ts';
import { type Call, type Registrar, register } from '../endpoint.ts';
import { timeOf } from './events-asked.ts';

/** Whose key it is, who handed it out, and what became of it. */
export function sessionTreeRoutes(to: Registrar, service: Service): void {
  register(to, sessionTreeEndpoints.sessionTree, ({ query, signal }) =>
    service.sessionTree(startOf(query), signal),
  );
  register(to, sessionTreeEndpoints.findOrigin, ({ body, signal }) =>
    service.findOrigin(body.key, body.account, signal),
  );
}

type Query = Call<typeof sessionTreeEndpoints.sessionTree>['query'];

function startOf({ key, scope, event, time }: Query): SessionStart {
  if (key !== undefined) return { key };
  const colon = scope?.lastIndexOf(':') ?? -1;
  if (scope === undefined || event === undefined || colon < 1)
    throw new ProblemError(
      problem('bad-request', 'Name an access key, or an event: its scope (account:region) and id.'),
    );
  const at = { account: scope.slice(0, colon), region: scope.slice(colon + 1), eventId: event };
  return { event: { ...at, ...(time !== undefined && { time: timeOf('time', time) }) } };
}
