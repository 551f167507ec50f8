import { z } from 'zod';
import { asked, askedProblems } from './asked.ts';
import { endpoint } from './endpoint.ts';

const count = z.number().int().min(0);
const place = { account: z.string(), region: z.string() };

/** Another filter that matches something: its matches are counted. */
const Nearest = z.object({
  value: z.string(),
  /** The field in which it is, when it is not the condition's own: an ARN that was sought as a user name. */
  field: z.string().optional(),
  count,
  /** The whole filter with this instead of the condition. */
  filter: z.string(),
  /** With the other conditions it would match nothing, so `filter` is this alone. */
  only: z.literal(true).optional(),
});

/**
 * Why nothing matches, from what the archive holds: each number is a way out. Numbers that could not be found in time
 * are absent.
 */
export const Emptiness = z.object({
  /** Events of the asked scopes and window, whatever they say. */
  held: count.optional(),
  /** Share of the scopes × window that has been read for this filter. */
  covered: z.number().min(0).max(1),
  /** One for each part of the filter that every match must fulfil, in its order. */
  conditions: z.array(
    z.object({
      /** Its filter text: user:Alice */
      text: z.string(),
      /** Events in the window that fulfil this part alone. */
      alone: count.optional(),
      /** Events that would match if this part were left out, and the filter without it. */
      without: count.optional(),
      rest: z.string(),
      /** For a field and a value that occurs nowhere: what is most alike and does occur, the nearest first. */
      nearest: z.array(Nearest),
    }),
  ),
  /** Matches in the archive outside of what was asked: before and after the window in its scopes … */
  before: z
    .object({ events: count, oldest: z.string().optional(), newest: z.string().optional() })
    .optional(),
  after: z
    .object({ events: count, oldest: z.string().optional(), newest: z.string().optional() })
    .optional(),
  /** … in its scopes within the 90 days up to now, which are as far as LookupEvents reaches … */
  lastDays: count.optional(),
  /** … and within the window in other scopes of this server. */
  elsewhere: z.array(z.object({ ...place, events: count })).optional(),
});
export type Emptiness = z.infer<typeof Emptiness>;
export type Nearest = z.infer<typeof Nearest>;

export const emptinessEndpoints = {
  emptiness: endpoint({
    method: 'GET',
    path: '/api/emptiness',
    summary: 'Why nothing matches, and what comes nearest',
    query: z.object(asked).strict(),
    answer: Emptiness,
    problems: askedProblems,
  }),
} as const;
