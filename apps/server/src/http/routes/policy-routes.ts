import { policyEndpoints } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { eventsOf } from './events-asked.ts';

/** The least policy that allows what events did. */
export function policyRoutes(to: Registrar, { policies }: Pick<Service, 'policies'>): void {
  register(to, policyEndpoints.leastPrivilege, ({ body, signal }) => {
    if (!('events' in body)) return policies.ofSearch(eventsOf(body), signal);
    const events = body.events.map(({ time, ...at }) => {
      const ms = parseTime(time);
      return { ...at, ...(ms !== undefined && { time: ms }) };
    });
    return policies.ofEvents(events, signal);
  });
}
