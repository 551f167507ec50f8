import { z } from 'zod';
import { eventLimits } from './events.ts';
import type { ProblemType } from './problem.ts';

/** One endpoint is one value: the server registers it, the client calls it, OpenAPI is printed from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Express syntax: /api/events/:account/:region/:eventId */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON, or one JSON value a line when `stream`. */
  readonly answer: z.ZodType;
  readonly stream?: boolean;
  readonly problems: readonly ProblemType[];
  /** Answered without a session. */
  readonly open?: boolean;
}
export const endpoint = <const E extends Endpoint>(value: E): E => value;

export const time = z.iso.datetime({ offset: true });
export const scope = z.string().regex(/^[^:\s]{1,128}:[a-z0-9-]{1,40}$/, 'account:region');

/** One or several, comma-separated: 123456789012:eu-west-1,… */
export const scopes = z
  .string()
  .max(16_384)
  .transform((s) => s.split(','))
  .pipe(z.array(scope).min(1).max(eventLimits.scopes));

/** Which events a figure is about: the same words as a search. */
export const asked = {
  q: z.string().max(8192).default(''),
  from: time,
  to: time,
  scope: scopes,
};
export const askedProblems = [
  'bad-filter',
  'bad-request',
  'unknown-scope',
  'archive-failed',
] as const;
