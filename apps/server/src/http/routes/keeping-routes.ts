import { keepingEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';

/** Background reading: how far it is, for which scopes it goes on, and its pause. */
export function keepingRoutes(to: Registrar, service: Service): void {
  register(to, keepingEndpoints.keeping, () => service.keeping());
  register(to, keepingEndpoints.keep, ({ body }) => service.keep(body.scopes, body.keep));
  register(to, keepingEndpoints.pauseKeeping, ({ body }) => service.pauseKeeping(body.paused));
}
