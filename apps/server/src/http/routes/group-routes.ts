import { groupEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { eventsOf, timeOf } from './events-asked.ts';

/** Events by their values; a request that is given up ends its count. */
export function groupRoutes(to: Registrar, service: Pick<Service, 'groups'>): void {
  register(to, groupEndpoints.groups, ({ body, signal }) => {
    const { since, groupings } = body;
    const before = since === undefined ? {} : { since: timeOf('since', since) };
    return service.groups({ ...eventsOf(body), ...before, groupings }, signal);
  });
}
