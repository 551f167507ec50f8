import { noveltyEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { timeOf } from './events-asked.ts';

/** What is new or rare in events. */
export function noveltyRoutes(to: Registrar, service: Service): void {
  register(to, noveltyEndpoints.novelty, async ({ body, signal }) => {
    const asked = body.events.map(({ scope, eventId, time }) => ({
      scope,
      eventId,
      time: timeOf('time', time),
    }));
    return { events: [...(await service.novelty(asked, signal))] };
  });
}
