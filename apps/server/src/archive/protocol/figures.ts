import type { Filter, Subject } from '@trailglass/query';
import { z } from 'zod';
import { count, epochMs, epochSecond, scopeShape, spanShape } from './units.ts';

// What is counted in the archive, as the server and the store's process say it to each other.

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** The events that a figure is about: of these scopes, in this window (whole seconds, both ends inclusive). */
export const aboutShape = {
  scopes: z.array(z.object(scopeShape)).min(1).readonly(),
  ...spanShape,
  filter: z.custom<Filter>(isObject),
};
const About = z.object(aboutShape);
export type About = Readonly<z.infer<typeof About>>;

const HistogramAsked = z.object({ ...aboutShape, bucketSeconds: z.int().min(1) });
export type HistogramAsked = z.infer<typeof HistogramAsked>;

const FacetsAsked = z.object({
  ...aboutShape,
  subjects: z.array(z.custom<Subject>(isObject)).min(1).readonly(),
  /** Only values that contain this, in any case. */
  search: z.string().optional(),
  /** Values of each subject. */
  limit: z.int().min(1),
});
export type FacetsAsked = z.infer<typeof FacetsAsked>;

const CountsAsked = z.object({ questions: z.array(About).min(1).readonly() });
export type CountsAsked = z.infer<typeof CountsAsked>;

export const figureRequests = [
  HistogramAsked.extend({ op: z.literal('histogram') }),
  FacetsAsked.extend({ op: z.literal('facets') }),
  CountsAsked.extend({ op: z.literal('counts') }),
  z.object({ op: z.literal('contents') }),
] as const;

/** More events than may be looked at one by one; nothing was counted. */
export const TooMany = z.object({ tooMany: z.literal(true) });
export type TooMany = z.infer<typeof TooMany>;

const counted = {
  histogram: z.object({
    /** Those that hold events, oldest first; `at` in seconds. */
    buckets: z.array(z.object({ at: epochSecond, reads: count, writes: count, errors: count })),
  }),
  facets: z.object({
    matched: count,
    /** In the order of the subjects. */
    facets: z.array(
      z.object({
        values: z.array(z.object({ value: z.string(), count })),
        /** Different values, of those that were searched for. */
        distinct: count,
        /** Events that have no value. */
        without: count,
      }),
    ),
  }),
};
export type Facets = z.infer<(typeof counted)['facets']>;

const countsFound = z.object({
  /** In the order of the questions; without a number where too many would have to be looked at one by one. */
  counts: z.array(z.object({ events: count.optional() })),
});
export type CountsFound = z.infer<typeof countsFound>;

export const figureAnswers = {
  histogram: z.union([counted.histogram, TooMany]),
  facets: z.union([counted.facets, TooMany]),
  counts: countsFound,
  contents: z.object({
    /** `oldest` and `newest` in milliseconds. */
    scopes: z.array(
      z.object({
        ...scopeShape,
        events: count,
        oldest: epochMs,
        newest: epochMs,
      }),
    ),
  }),
} as const;
export type Counted<O extends keyof typeof counted> = z.infer<(typeof figureAnswers)[O]>;
