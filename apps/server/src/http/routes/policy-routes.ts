import { policyEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { eventsOf, namedEvents } from './events-asked.ts';

/** The least policy that allows what events did. */
export function policyRoutes(to: Registrar, { policies }: Pick<Service, 'policies'>): void {
  register(to, policyEndpoints.leastPrivilege, ({ body, signal }) => {
    if (!('events' in body)) return policies.ofSearch(eventsOf(body), signal);
    return policies.ofEvents(namedEvents(body.events), signal);
  });
}
