import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** The archive itself. */
export const Archive = z.object({
  /** Absent when nothing is kept beyond this run. */
  folder: z.string().optional(),
  state: z.enum(['open', 'failed', 'off']),
  problem: Problem.optional(),
  /** Days that events are kept, of those that were set to be deleted by themselves; absent: for ever. */
  keepDays: z.number().int().positive().optional(),
  bytes: z.number().int(),
  events: z.number().int(),
  scopes: z.array(
    z.object({
      account: z.string(),
      region: z.string(),
      events: z.number().int(),
      oldest: z.string().optional(),
      newest: z.string().optional(),
    }),
  ),
});
export type Archive = z.infer<typeof Archive>;

export const archiveEndpoints = {
  archive: endpoint({
    method: 'GET',
    path: '/api/archive',
    summary: 'The archive: where it is, how large, what is in it',
    answer: Archive,
    problems: ['archive-failed'],
  }),
} as const;
