import { z } from 'zod';
import { asked, askedProblems, endpoint } from './endpoint.ts';

const count = z.number().int().min(0);

/** Why nothing matches, from what the archive holds: each number is a way out. */
export const Emptiness = z.object({
  /** Events of the asked scopes and window, whatever they say. */
  held: count,
  /** Share of the scopes × window that has been read for this filter. */
  covered: z.number().min(0).max(1),
  /** One for each part of the filter that every match must fulfil, in its order. */
  conditions: z.array(
    z.object({
      /** Its filter text: user:Alice */
      text: z.string(),
      /** Events in the window that fulfil this part alone. */
      alone: count,
      /** Events that would match if this part were left out, and the filter without it. */
      without: count,
      rest: z.string(),
      /** For a field and a value that occurs nowhere: values that do, the most alike first, and the filter with each. */
      nearest: z.array(z.object({ value: z.string(), count, filter: z.string() })),
    }),
  ),
  /** Matches in the archive outside of what was asked: before and after the window in its scopes … */
  before: z.object({ events: count, newest: z.string().optional() }),
  after: z.object({ events: count, oldest: z.string().optional() }),
  /** … and within the window in other scopes. */
  elsewhere: z.array(z.object({ account: z.string(), region: z.string(), events: count })),
});
export type Emptiness = z.infer<typeof Emptiness>;

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
