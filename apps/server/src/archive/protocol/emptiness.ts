import { type FieldName, fieldNamed } from '@trailglass/record';
import { z } from 'zod';
import { aboutShape } from './figures.ts';
import { count, epochMs, epochSecond, scopeShape } from './units.ts';

// Why nothing matches, as the server and the store's process say it to each other.

export const EmptinessAsked = z.object({
  ...aboutShape,
  /** Matches from here on are counted apart, in whole seconds. */
  since: epochSecond,
  /** Time it may take; what is not known then is left out of the answer. */
  budgetMs: z.int().min(0),
});
export type EmptinessAsked = Readonly<z.infer<typeof EmptinessAsked>>;

const isFieldName = (name: unknown): boolean =>
  typeof name === 'string' && fieldNamed(name)?.name === name;

/** A value that does occur. */
const Alike = z.object({
  value: z.string(),
  /** Where it is when that is not where it was sought. */
  field: z.custom<FieldName>(isFieldName).optional(),
  /** Events that have it and fulfil the other conditions; with `only`, that have it. */
  count,
  only: z.literal(true).optional(),
});
export type Alike = z.infer<typeof Alike>;

/** Milliseconds. */
const Beyond = z.object({
  events: count,
  oldest: epochMs.optional(),
  newest: epochMs.optional(),
});

export const emptinessAnswer = z.object({
  /** Events of the scopes in the window. */
  held: count.optional(),
  /** In the order of the conditions that the filter requires, each once. */
  conditions: z
    .array(z.object({ alone: count, without: count, nearest: z.array(Alike) }))
    .optional(),
  outside: z
    .object({
      before: Beyond,
      after: Beyond,
      since: count,
      elsewhere: z.array(z.object({ ...scopeShape, events: count })),
    })
    .optional(),
});
export type EmptinessFound = z.infer<typeof emptinessAnswer>;
