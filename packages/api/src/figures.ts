import { z } from 'zod';
import { asked, askedProblems } from './asked.ts';
import { endpoint } from './endpoint.ts';

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

export const figureEndpoints = {
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
} as const;
