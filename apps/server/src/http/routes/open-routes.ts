import { contract, problem, type Problem } from '@trailglass/api';
import type { Router } from 'express';
import type { Service } from '../../service.types.ts';
import { openApi } from '../openapi.ts';
import { problemOf, sendProblem } from '../problem-answer.ts';

const readyWithinMs = 2000;
/** Whoever asks here has not signed in, so it is not said where the archive is or what its database said. */
const noArchive = problem(
  'archive-failed',
  'The event archive does not answer. It is started again by itself; ask again in a few seconds.',
  { retryAfterMs: 5000 },
);

async function whyNotReady(service: Service): Promise<Problem | undefined> {
  let late: NodeJS.Timeout | undefined;
  const inTime = new Promise<Problem>((resolve) => {
    late = setTimeout(resolve, readyWithinMs, noArchive);
  });
  const about = service.about({ check: false }).then(() => undefined, problemOf);
  const archive = service.upkeep.ready().then(
    () => undefined,
    () => noArchive,
  );
  try {
    return (await Promise.race([about, inTime])) ?? (await Promise.race([archive, inTime]));
  } finally {
    clearTimeout(late);
  }
}

/** What is answered without a session; none of it holds data. */
export function openRoutes(router: Router, service: Service): void {
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const why = await whyNotReady(service);
    if (why === undefined) response.json({ status: 'ready' });
    else sendProblem(response, { ...why, status: 503 }, response.locals.id);
  });
  const description = JSON.stringify(openApi(contract), undefined, 2);
  router.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(description);
  });
}
