import { z } from 'zod';
import { askedInBody, askedProblems, time } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const differenceLimits = { events: 200, values: 8 } as const;

/** Which events are set against the others: those of a time, or these by their ids. */
const Selection = z.union([
  z.object({ from: time, to: time }).strict(),
  z
    .object({ events: z.array(z.string().min(1).max(128)).min(1).max(differenceLimits.events) })
    .strict(),
]);
export type Selection = z.infer<typeof Selection>;

const count = z.number().int().min(0);

/** A value that is more, or less, frequent in the selection than chance would have it. */
const DifferentValue = z.object({
  /** Absent: events that have no value. */
  value: z.string().optional(),
  selected: count,
  others: count,
  /** By how much the shares differ for sure (99 %): above 0 where the selection has more of it; -1 to 1. */
  sure: z.number(),
});
export type DifferentValue = z.infer<typeof DifferentValue>;

/** What selected events have that the others of the same question have not. */
export const Difference = z.object({
  selected: count,
  others: count,
  /** Share of the scopes × window that has been read: below 1 there may be more of both. */
  covered: z.number().min(0).max(1),
  /** Those that differ most first. */
  fields: z.array(
    z.object({
      subject: z.string(),
      /** Of the selected events, at least so many would have to be other ones to be like the others; 0 to 1. */
      difference: z.number(),
      /** The clearest first. */
      values: z.array(DifferentValue),
    }),
  ),
  /** Fields in which they do not differ more than chance would have it. */
  alike: z.array(z.string()),
});
export type Difference = z.infer<typeof Difference>;

export const differenceEndpoints = {
  difference: endpoint({
    method: 'POST',
    path: '/api/difference',
    summary: 'What is different about some of the events of a question, counted in the archive',
    body: z
      .object({
        ...askedInBody,
        selection: Selection,
      })
      .strict(),
    answer: Difference,
    problems: [...askedProblems, 'too-many-requests'],
  }),
} as const;
