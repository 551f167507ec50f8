import { contract } from '@trailglass/api';
import type { Router } from 'express';
import type { Service } from '../../service.types.ts';
import { openApi } from '../openapi.ts';

const readyWithinMs = 2000;

/** What is answered without a session; none of it holds data. */
export function openRoutes(router: Router, service: Service): void {
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await Promise.race([
      service.about({ check: false }).then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => {
        setTimeout(resolve, readyWithinMs, false).unref();
      }),
    ]);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  const description = JSON.stringify(openApi(contract), undefined, 2);
  router.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(description);
  });
}
