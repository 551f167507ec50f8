import { type Endpoint, ProblemError, problem } from '@trailglass/api';
import type { NextFunction, Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Entry } from './gate/gate.ts';
import { readJson } from './json-body.ts';
import { readQuery } from './query-string.ts';
import { streamFrames } from './stream.ts';

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends z.ZodType
  ? z.output<E[K]>
  : undefined;

/** A request of that endpoint, parsed by its own schemas. */
export interface Call<E extends Endpoint> {
  readonly params: Part<E, 'params'>;
  readonly query: Part<E, 'query'>;
  readonly body: Part<E, 'body'>;
  /** Aborted when the connection closes before the answer is whole. */
  readonly signal: AbortSignal;
  readonly request: Request;
  readonly response: Response;
  readonly entry: Entry;
}
type Answer<E extends Endpoint> = E extends { stream: true }
  ? AsyncIterable<unknown>
  : Promise<DeepReadonly<z.input<E['answer']>>>;
/** A handler's answer is only read here. */
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export interface Registrar {
  readonly router: Router;
  /** Throws for a request without a session. */
  readonly authenticate: (request: Request, entry: Entry) => void;
}

/**
 * The only way to add a route: by the contract's value, with its checks in one order. An endpoint needs a session unless
 * the contract says `open`, and an answer passes its schema, so that a field nobody declared cannot leave.
 */
export function register<const E extends Endpoint>(
  { router, authenticate }: Registrar,
  endpoint: E,
  handle: (call: Call<E>) => Answer<E>,
): void {
  const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>;
  router[method](
    endpoint.path,
    async (request: Request, response: Response, next: NextFunction) => {
      // Express answers HEAD by GET; a HEAD of a search would be a search.
      if (request.method !== endpoint.method) {
        next();
        return;
      }
      const entry = response.locals.entry;
      if (!endpoint.open) authenticate(request, entry);
      const [, search = ''] = entry.target.split(/\?(.*)/s);
      const call = {
        params: check(endpoint.params, request.params, 'path'),
        query: check(
          endpoint.query,
          readQuery(search, Object.keys(endpoint.query?.shape ?? {})),
          'query',
        ),
        body: endpoint.body && check(endpoint.body, await readJson(request), 'body'),
        signal: closing(response),
        request,
        response,
        entry,
      } as Call<E>;
      const answer = handle(call);
      if (endpoint.stream) {
        await streamFrames(response, answer as AsyncIterable<unknown>, call.signal);
      } else {
        await answerWhole(response, endpoint, answer, call.signal);
      }
    },
  );
}

async function answerWhole(
  response: Response,
  endpoint: Endpoint,
  answer: Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  try {
    sendJson(response, endpoint.answer.parse(await answer));
  } catch (error) {
    // Nobody is there to be told, and that somebody left is no failure.
    if (!signal.aborted) throw error;
  }
}

/** Whole, whatever the request says about versions and ranges: data is not cached. */
function sendJson(response: Response, value: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

function check(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
  );
  throw new ProblemError(
    problem('bad-request', `The ${place} is not valid. ${reasons.join('; ')}.`),
  );
}

/** Aborted when the connection closes before the answer is whole. */
export function closing(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The connection closed'));
  });
  return controller.signal;
}
