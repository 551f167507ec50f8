import { z } from 'zod';
import { endpoint, scopes } from './endpoint.ts';
import { EventRow } from './events.ts';
import { Problem } from './problem.ts';

/** One line of the live stream, which has no end of its own. */
export const LiveFrame = z.discriminatedUnion('type', [
  /** First, whenever a scope's state changes, and at least every ten seconds. */
  z.object({
    type: z.literal('following'),
    scopes: z.array(
      z.object({
        account: z.string(),
        region: z.string(),
        state: z.enum(['waiting', 'following', 'failed']),
        /** ISO: when AWS last answered. */
        answeredAt: z.string().optional(),
      }),
    ),
  }),
  /** Events that match and were not known before, newest first; a late one can be older than those before it. */
  z.object({ type: z.literal('rows'), events: z.array(EventRow) }),
  z.object({ type: z.literal('problem'), problem: Problem }),
]);
export type LiveFrame = z.infer<typeof LiveFrame>;

export const liveEndpoints = {
  live: endpoint({
    method: 'GET',
    path: '/api/live',
    summary: 'New events that match, as AWS lists them',
    query: z.object({ q: z.string().max(8192).default(''), scope: scopes }).strict(),
    answer: LiveFrame,
    stream: true,
    problems: ['bad-filter', 'bad-request', 'unknown-scope'],
  }),
} as const;
