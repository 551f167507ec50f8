import { z } from 'zod';
import { About } from './about.ts';
import { Archive, Coverage, Facets, Histogram } from './archive.ts';
import { columns } from './columns.ts';
import { countEndpoints } from './counts.ts';
import { differenceEndpoints } from './difference.ts';
import { downloadEndpoints } from './downloads.ts';
import { emptinessEndpoints } from './emptiness.ts';
import { asked, askedProblems, endpoint, scopes, time } from './endpoint.ts';
import { eventLimits, Frame, WholeEvent } from './events.ts';
import { groupEndpoints } from './groups.ts';
import { keepingEndpoints } from './keeping.ts';
import { liveEndpoints } from './live.ts';
import { noveltyEndpoints } from './novelty.ts';
import { noteEndpoints } from './notes.ts';
import { policyEndpoints } from './policy.ts';
import { SignedIn, SignIn } from './session.ts';
import { sessionTreeEndpoints } from './sessions.ts';
import { upkeepEndpoints } from './upkeep.ts';
import { viewEndpoints } from './views.ts';

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
        scope: scopes,
        limit: z.coerce.number().int().min(1).max(eventLimits.maxRows).default(eventLimits.rows),
        cursor: z.string().max(65_536).optional(),
        columns: columns.optional(),
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
  histogram: endpoint({
    method: 'GET',
    path: '/api/histogram',
    summary: 'Events over time, counted in the archive',
    query: z
      .object({ ...asked, buckets: z.coerce.number().int().min(1).max(2000).default(120) })
      .strict(),
    answer: Histogram,
    problems: askedProblems,
  }),
  facets: endpoint({
    method: 'GET',
    path: '/api/facets',
    summary: 'The most frequent values of fields, counted in the archive',
    query: z
      .object({
        ...asked,
        /** Catalogue names or dotted paths, comma-separated. */
        fields: z
          .string()
          .max(2048)
          .transform((s) => s.split(','))
          .pipe(z.array(z.string().min(1)).min(1).max(20)),
        /** Only values that contain this, in any case. */
        search: z.string().max(256).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(10),
      })
      .strict(),
    answer: Facets,
    problems: askedProblems,
  }),
  coverage: endpoint({
    method: 'GET',
    path: '/api/coverage',
    summary: 'What has been read, scope by scope',
    query: z.object(asked).strict(),
    answer: Coverage,
    problems: askedProblems,
  }),
  archive: endpoint({
    method: 'GET',
    path: '/api/archive',
    summary: 'The archive: where it is, how large, what is in it',
    answer: Archive,
    problems: ['archive-failed'],
  }),
  ...countEndpoints,
  ...differenceEndpoints,
  ...downloadEndpoints,
  ...emptinessEndpoints,
  ...groupEndpoints,
  ...keepingEndpoints,
  ...liveEndpoints,
  ...noveltyEndpoints,
  ...sessionTreeEndpoints,
  ...upkeepEndpoints,
  ...viewEndpoints,
  ...noteEndpoints,
  ...policyEndpoints,
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
