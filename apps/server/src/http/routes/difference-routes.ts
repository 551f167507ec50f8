import { differenceEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { eventsOf, timeOf } from './events-asked.ts';

/** What is different about some of the events of a question. */
export function differenceRoutes(to: Registrar, service: Service): void {
  register(to, differenceEndpoints.difference, ({ body, signal }) => {
    const { selection } = body;
    const chosen =
      'events' in selection
        ? selection
        : { from: timeOf('from', selection.from), to: timeOf('to', selection.to) };
    return service.difference({ ...eventsOf(body), selection: chosen }, signal);
  });
}
