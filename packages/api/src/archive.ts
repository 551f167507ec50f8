import { z } from 'zod';
import { Problem } from './problem.ts';

/** How much of the asked scopes × time is in the archive for this filter, 0 to 1. */
const covered = z.number().min(0).max(1);

export const Histogram = z.object({
  /** The window as it was counted, ISO; buckets start at multiples of `bucketSeconds` in UTC. */
  from: z.string(),
  to: z.string(),
  bucketSeconds: z.number().int().positive(),
  /** Only buckets that hold events, oldest first. An event that failed counts as an error alone. */
  buckets: z.array(
    z.object({
      at: z.string(),
      reads: z.number().int(),
      writes: z.number().int(),
      errors: z.number().int(),
    }),
  ),
  matched: z.number().int(),
  covered,
});
export type Histogram = z.infer<typeof Histogram>;

export const Facet = z.object({
  /** A catalogue field's name or a dotted path, as it was asked. */
  subject: z.string(),
  /** Most frequent first. */
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** Different values in all. */
  distinct: z.number().int(),
  /** Matching events that have no value here. */
  without: z.number().int(),
});
export type Facet = z.infer<typeof Facet>;
export const Facets = z.object({ facets: z.array(Facet), matched: z.number().int(), covered });
export type Facets = z.infer<typeof Facets>;

/** What has been read of each scope for this filter; what no interval covers was not read. */
export const Coverage = z.object({
  /** The window as it was looked at, ISO: of the last 90 days, it starts where AWS's do. */
  from: z.string(),
  to: z.string(),
  scopes: z.array(
    z.object({
      account: z.string(),
      region: z.string(),
      /** ISO, oldest first, not touching; provisional: late events may still come, it is read again. */
      intervals: z.array(
        z.object({ from: z.string(), to: z.string(), state: z.enum(['read', 'provisional']) }),
      ),
    }),
  ),
});
export type Coverage = z.infer<typeof Coverage>;

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
