import { z } from 'zod';
import { asked, eventAddress, time } from './asked.ts';
import { columns } from './columns.ts';
import { endpoint } from './endpoint.ts';
import { eventLimits, Frame, WholeEvent } from './events.ts';

export const eventEndpoints = {
  events: endpoint({
    method: 'GET',
    path: '/api/events',
    summary: 'Search event history; newest first, streamed',
    query: z
      .object({
        ...asked,
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
    params: z.object(eventAddress).strict(),
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
} as const;
