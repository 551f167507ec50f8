import { upkeepEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';
import { timeOf } from './events-asked.ts';

/** What is looked after in the archive: what deleting would take away, deleting it, and whether all of it is sound. */
export function upkeepRoutes(to: Registrar, service: Service): void {
  register(to, upkeepEndpoints.older, ({ query, signal }) =>
    service.upkeep.older(timeOf('before', query.before), signal),
  );
  register(to, upkeepEndpoints.forget, ({ body }) =>
    service.upkeep.forget(timeOf('before', body.before), body.events),
  );
  register(to, upkeepEndpoints.begin, () => service.upkeep.begin());
  register(to, upkeepEndpoints.verify, ({ signal }) => service.upkeep.verify(signal));
}
