import type { Subject } from '@trailglass/query';
import { z } from 'zod';
import { aboutShape, TooMany } from './figures.ts';
import { count, epochMs, epochSecond } from './units.ts';

// Events grouped by their values, as the server and the store's process say it to each other.

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const Grouping = z.object({
  subjects: z.array(z.custom<Subject>(isObject)).min(1).readonly(),
  order: z.enum(['count', 'value', 'first', 'last', 'errors', 'writes']),
  ascending: z.boolean(),
  limit: z.int().min(1),
  /** Only events that have a value of each subject. */
  present: z.boolean(),
  /** Only groups that the time before has none of. */
  onlyNew: z.boolean(),
});
export type Grouping = Readonly<z.infer<typeof Grouping>>;

const GroupsAsked = z.object({
  ...aboutShape,
  /** The second at which the time before begins; it ends before `from`. */
  since: epochSecond.optional(),
  groupings: z.array(Grouping).min(1).readonly(),
});
export type GroupsAsked = z.infer<typeof GroupsAsked>;

export const groupRequests = [GroupsAsked.extend({ op: z.literal('groups') })] as const;

/** `first` and `last` in milliseconds, absent where there are none. */
const tallies = {
  count,
  errors: count,
  writes: count,
  first: epochMs.optional(),
  last: epochMs.optional(),
};

const groupsFound = z.object({
  all: z.object({ ...tallies, before: count }),
  groupings: z.array(
    z.object({
      rows: z.array(
        z.object({ ...tallies, values: z.array(z.string().nullable()), before: count }),
      ),
      total: count,
      fresh: count,
      long: count,
    }),
  ),
});
export type GroupsFound = z.infer<typeof groupsFound>;

export const groupAnswers = { groups: z.union([groupsFound, TooMany]) } as const;
