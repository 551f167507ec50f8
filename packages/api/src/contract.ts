import { z } from 'zod';
import { About } from './about.ts';
import { eventLimits, Frame, WholeEvent } from './events.ts';
import type { ProblemType } from './problem.ts';
import { SignedIn, SignIn } from './session.ts';

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
const endpoint = <const E extends Endpoint>(value: E): E => value;

const time = z.iso.datetime({ offset: true });
const scope = z.string().regex(/^[^:\s]{1,128}:[a-z0-9-]{1,40}$/, 'account:region');

export const contract = {
  about: endpoint({
    method: 'GET',
    path: '/api/about',
    summary: 'What this server is, and the accounts and Regions it can read',
    /** `check=true` asks AWS again who is calling, after a problem with credentials. */
    query: z.object({ check: z.enum(['true', 'false']).optional() }).strict(),
    answer: About,
    problems: [],
  }),
  events: endpoint({
    method: 'GET',
    path: '/api/events',
    summary: 'Search event history; newest first, streamed',
    query: z
      .object({
        q: z.string().max(8192).default(''),
        from: time,
        to: time,
        /** One or several, comma-separated: 123456789012:eu-west-1,… */
        scope: z
          .string()
          .max(16_384)
          .transform((s) => s.split(','))
          .pipe(z.array(scope).min(1).max(eventLimits.scopes)),
        limit: z.coerce.number().int().min(1).max(eventLimits.maxRows).default(eventLimits.rows),
        cursor: z.string().max(65_536).optional(),
      })
      .strict(),
    answer: Frame,
    stream: true,
    problems: ['bad-filter', 'bad-request', 'bad-cursor', 'unknown-scope'],
  }),
  event: endpoint({
    method: 'GET',
    path: '/api/events/:account/:region/:eventId',
    summary: 'One event with its whole record',
    params: z
      .object({
        account: z.string().max(128),
        region: z.string().max(41),
        eventId: z.string().max(128),
      })
      .strict(),
    /** The event's time narrows the look-up. */
    query: z.object({ time: time.optional() }).strict(),
    answer: WholeEvent,
    problems: [
      'not-found',
      'unknown-scope',
      'access-denied',
      'credentials-expired',
      'throttled',
      'upstream-failed',
      'unreachable',
    ],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    summary: 'Exchange the one-time token of the terminal’s link for a session',
    body: SignIn,
    answer: SignedIn,
    problems: ['sign-in-needed', 'too-many-requests'],
    open: true,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    summary: 'End the session',
    answer: z.object({}),
    problems: [],
  }),
} as const;
export type Contract = typeof contract;
