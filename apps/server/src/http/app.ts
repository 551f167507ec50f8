import { contract, ProblemError, problem } from '@trailglass/api';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Service } from '../service.types.ts';
import { type Registrar, register } from './endpoint.ts';
import { gate, type Refusal } from './gate/gate.ts';
import type { Origins } from './gate/origins.ts';
import { setHeaders } from './headers.ts';
import './locals.ts';
import { problemOf, sendProblem } from './problem-answer.ts';
import { differenceRoutes } from './routes/difference-routes.ts';
import { downloadRoutes } from './routes/download-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { figureRoutes } from './routes/figure-routes.ts';
import { groupRoutes } from './routes/group-routes.ts';
import { keepingRoutes } from './routes/keeping-routes.ts';
import { liveRoutes } from './routes/live-routes.ts';
import { noveltyRoutes } from './routes/novelty-routes.ts';
import { openRoutes } from './routes/open-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { upkeepRoutes } from './routes/upkeep-routes.ts';
import { notesRoutes } from './routes/notes-routes.ts';
import { policyRoutes } from './routes/policy-routes.ts';
import { viewsRoutes } from './routes/views-routes.ts';
import { sessionTreeRoutes } from './routes/session-tree-routes.ts';
import { violationReports } from './routes/violation-reports.ts';
import type { Door } from './sign-in/door.ts';
import type { BuiltFiles } from './static/files.ts';
import { serveFiles } from './static/serve.ts';

export interface AppParts {
  readonly service: Service;
  readonly log: Logger;
  readonly origins: Origins;
  readonly files: BuiltFiles;
  /** Absent where nobody needs to sign in. */
  readonly door: Door | undefined;
}

export function createApp({ service, log, origins, files, door }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use(enter(origins));

  const router = express.Router({ caseSensitive: true, strict: true });
  const to: Registrar = {
    router,
    authenticate: (request, entry) => door?.check(request, entry.origin),
  };
  openRoutes(router, service);
  violationReports(router, log);
  register(to, contract.about, ({ query }) => service.about({ check: query.check === 'true' }));
  eventRoutes(to, service);
  figureRoutes(to, service);
  groupRoutes(to, service);
  liveRoutes(to, service);
  keepingRoutes(to, service);
  upkeepRoutes(to, service);
  viewsRoutes(to, service);
  notesRoutes(to, service);
  policyRoutes(to, service);
  downloadRoutes(to, service, (request, entry) => door?.checkCookie(request, entry.origin));
  sessionTreeRoutes(to, service);
  noveltyRoutes(to, service);
  differenceRoutes(to, service);
  sessionRoutes(to, door);
  router.use(notARoute);
  app.use(router);

  if (door) app.use(noTokenInQuery(door));
  app.use(serveFiles(files));
  app.use(fail(log));
  return app;
}

/** The gate, before everything; whatever it refuses gets the headers too. */
function enter(origins: Origins): RequestHandler {
  return (request, response, next) => {
    setHeaders(response);
    const id = randomUUID();
    response.locals.id = id;
    response.setHeader('X-Request-Id', id);
    const { method, httpVersion, rawHeaders, headers, url: target } = request;
    const verdict = gate({ method, target, httpVersion, rawHeaders, headers }, origins);
    if ('refusal' in verdict) {
      turnAway(verdict.refusal, response, id);
      return;
    }
    response.locals.entry = verdict.entry;
    request.url = verdict.entry.target;
    next();
  };
}

function turnAway(
  { type, detail, allow }: Refusal,
  response: Parameters<RequestHandler>[1],
  id: string,
): void {
  // What was sent along is not read, so the connection cannot be used again.
  response.setHeader('Connection', 'close');
  if (allow) response.setHeader('Allow', allow.join(', '));
  if (type === 'wrong-host') response.status(421).end();
  else sendProblem(response, problem(type, detail), id);
}

/** A token in the query has been seen by histories and logs on its way, so it is worth nothing any more. */
const noTokenInQuery =
  (door: Door): RequestHandler =>
  (_request, response, next) => {
    const { target } = response.locals.entry;
    if (!/[?&](?:k|token)=/.test(target)) {
      next();
      return;
    }
    door.link.revoke();
    throw new ProblemError(
      problem(
        'bad-request',
        'The link’s token belongs after a #, not a ?. It is void now: ask the terminal for a new link.',
      ),
    );
  };

/** Under /api a path that exists with other methods says which; one that does not exist is no page either. */
const notARoute: RequestHandler = (request, response, next) => {
  const { kind } = response.locals.entry;
  if (kind === 'download')
    throw new ProblemError(problem('not-found', `There is no ${request.path} here.`));
  if (kind !== 'api') {
    next();
    return;
  }
  const allowed = Object.values(contract)
    .filter(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(request.path))
    .map(({ method }) => method);
  if (allowed.length === 0)
    throw new ProblemError(problem('not-found', `There is no ${request.path} here.`));
  response.setHeader('Allow', allowed.join(', '));
  throw new ProblemError(
    problem('method-not-allowed', `${request.method} is not used on ${request.path}.`),
  );
};

function fail(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const id = response.locals.id;
    const what = problemOf(error);
    if (what.type === 'internal')
      log.error({ err: error as Error, requestId: id, path: request.path }, 'request failed');
    if (response.headersSent || response.destroyed) return;
    if (!request.complete) response.setHeader('Connection', 'close');
    sendProblem(response, what, id);
  };
}
