import { ProblemError, problem, type Problem } from '@trailglass/api';
import type { ServerResponse } from 'node:http';

/** Sends a problem document and nothing else: no stack, no message of an unexpected error. */
export function sendProblem(response: ServerResponse, what: Problem, id: string): void {
  response.statusCode = what.status;
  if (what.retryAfterMs !== undefined) {
    response.setHeader('Retry-After', Math.max(1, Math.ceil(what.retryAfterMs / 1000)));
  }
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(JSON.stringify({ ...what, requestId: id }));
}

/** What a thrown value is to the person who waits: our own problems as they are, anything else without its words. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : problem(
        'internal',
        'This request failed unexpectedly. The terminal of the server has the reason under the request id.',
      );
