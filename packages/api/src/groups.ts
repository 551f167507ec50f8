import { z } from 'zod';
import { askedInBody, askedProblems, time } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const groupLimits = { groupings: 12, fields: 2, rows: 1_000, characters: 512 } as const;

/** What groups are put in order by; a share is that of the group's own events. */
export const groupOrders = ['count', 'value', 'first', 'last', 'errors', 'writes'] as const;
export const GroupOrder = z.enum(groupOrders);
export type GroupOrder = z.infer<typeof GroupOrder>;

const grouping = z
  .object({
    /** Catalogue names or dotted paths, as a filter writes them. */
    by: z.array(z.string().min(1).max(groupLimits.characters)).min(1).max(groupLimits.fields),
    order: GroupOrder.default('count'),
    ascending: z.boolean().default(false),
    limit: z.number().int().min(1).max(groupLimits.rows).default(50),
    /** Only events that have a value in each field. */
    present: z.boolean().default(false),
    /** Only those that the time before has none of; with `since` alone. */
    onlyNew: z.boolean().default(false),
  })
  .strict();

const count = z.number().int().min(0);
/** Of a set of events; first and last are ISO, absent when there are none. */
const tallies = {
  count,
  errors: count,
  /** Those that say of themselves that they are no read; errors among them. */
  writes: count,
  first: z.string().optional(),
  last: z.string().optional(),
};
const covered = z.number().min(0).max(1);

export const GroupRow = z.object({
  ...tallies,
  /** One for each field: null where an event has none, '' at a path where an object stands, which has no text. */
  values: z.array(z.string().nullable()),
  /** Events with these values in the time before. */
  before: count.optional(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export const Groups = z.object({
  /** The window as it was counted, ISO. */
  from: z.string(),
  to: z.string(),
  /** All matching events of the window. */
  all: z.object(tallies),
  /** Share of scopes × window that has been read for this filter: below 1 there may be more of everything. */
  covered,
  /** The time before, where it was asked for. */
  before: z.object({ from: z.string(), to: z.string(), count, covered }).optional(),
  /** In the order of the groupings. An event with several values is in several groups. */
  groupings: z.array(
    z.object({
      rows: z.array(GroupRow),
      /** Groups in all, those that are not among the rows counted in. */
      total: count,
      /** Of these, groups that the time before has none of. */
      fresh: count.optional(),
      /** Of these, groups whose value is longer than a filter may hold; they are never among the rows. */
      long: count,
    }),
  ),
});
export type Groups = z.infer<typeof Groups>;

export const groupEndpoints = {
  groups: endpoint({
    method: 'POST',
    path: '/api/groups',
    summary: 'Events grouped by one or two fields, counted in the archive',
    body: z
      .object({
        ...askedInBody,
        /** Where the time before begins, which ends where the window does: what is new is told against it. */
        since: time.optional(),
        groupings: z.array(grouping).min(1).max(groupLimits.groupings),
      })
      .strict(),
    answer: Groups,
    problems: askedProblems,
  }),
} as const;
