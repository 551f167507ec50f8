import { viewEndpoints } from '@trailglass/api';
import type { Service } from '../../service.types.ts';
import { type Registrar, register } from '../endpoint.ts';

/** Saved views: which there are, more of them, fewer of them. */
export function viewsRoutes(to: Registrar, { views }: Service): void {
  register(to, viewEndpoints.views, () => views.all());
  register(to, viewEndpoints.saveView, ({ body }) => views.save(body.views));
  register(to, viewEndpoints.deleteView, ({ body }) => views.delete(body.name));
}
