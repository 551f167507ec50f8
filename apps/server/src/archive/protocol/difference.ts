import type { Subject } from '@trailglass/query';
import { z } from 'zod';
import { aboutShape, TooMany } from './figures.ts';
import { count, spanShape } from './units.ts';

// Some events beside the others of a question, as the server and the store's process say it to each other.

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const DifferenceAsked = z.object({
  ...aboutShape,
  /** Seconds, both ends inclusive; or ids. */
  selection: z.union([
    z.object(spanShape),
    z.object({ events: z.array(z.string()).min(1).readonly() }),
  ]),
  subjects: z.array(z.custom<Subject>(isObject)).min(1).readonly(),
  /** Values of each subject: those whose shares differ most. */
  limit: z.int().min(1),
});
export type DifferenceAsked = Readonly<z.infer<typeof DifferenceAsked>>;

export const differenceRequests = [
  DifferenceAsked.extend({ op: z.literal('difference') }),
] as const;

const tallies = { selected: count, others: count };
const differenceFound = z.object({
  ...tallies,
  /** In the order of the subjects; without a value: of the events that have none. */
  subjects: z.array(z.array(z.object({ ...tallies, value: z.string().optional() }))),
});
export type DifferenceFound = z.infer<typeof differenceFound>;

export const differenceAnswers = { difference: z.union([differenceFound, TooMany]) } as const;
