import { z } from 'zod';
import { filterText, scopes } from './asked.ts';
import { endpoint } from './endpoint.ts';
import { columns } from './columns.ts';
import { EventRow } from './events.ts';
import { Problem } from './problem.ts';

/** One line of the live stream, which has no end of its own. */
export const LiveFrame = z.discriminatedUnion('type', [
  /** First, whenever a scope's state changes, and at least every ten seconds: without one the stream is dead. */
  z.object({
    type: z.literal('following'),
    scopes: z.array(
      z.object({
        account: z.string(),
        region: z.string(),
        /** waiting: for AWS; following: nothing that AWS lists is missing; failed: see `problem`, it is tried again. */
        state: z.enum(['waiting', 'following', 'failed']),
        /** ISO: when AWS last answered. */
        answeredAt: z.string().optional(),
        /** What stands in the way now; `retryAfterMs` is when it is tried again by itself. */
        problem: Problem.optional(),
      }),
    ),
  }),
  /**
   * Events that match and have just been found, newest first; a late one can be older than those before it. At first
   * those of the last `liveOverlapMs`, which the reader may know already.
   */
  z.object({ type: z.literal('rows'), events: z.array(EventRow) }),
  /** The stream ends with this. */
  z.object({ type: z.literal('problem'), problem: Problem }),
]);
export type LiveFrame =
  | Exclude<z.infer<typeof LiveFrame>, { type: 'rows' }>
  | { readonly type: 'rows'; readonly events: readonly EventRow[] };

/** A list that was read no longer than this before the stream began lacks nothing that the stream does not give. */
export const liveOverlapMs = 45_000;

export const liveEndpoints = {
  live: endpoint({
    method: 'GET',
    path: '/api/live',
    summary: 'New events that match, as AWS lists them',
    query: z.object({ q: filterText, scope: scopes, columns: columns.optional() }).strict(),
    answer: LiveFrame,
    stream: true,
    problems: ['bad-filter', 'bad-request', 'unknown-scope', 'too-many-requests'],
  }),
} as const;
