import { z } from 'zod';
import { count, epochMs, scopeShape } from './units.ts';

// Who did something before, as the server and the store's process say it to each other. Times in milliseconds.

/** What is compared of an event; absent where the record does not say it. */
const traits = {
  api: z.string().optional(),
  region: z.string().optional(),
  network: z.string().optional(),
  agent: z.string().optional(),
};
export const traitNames = ['api', 'region', 'network', 'agent'] as const;
export type TraitName = (typeof traitNames)[number];

export const whoKinds = ['arn', 'sessions', 'id', 'id-sessions'] as const;
/**
 * A principal is an ARN; a stranger has only an id. Of a role whose sessions are all the same to us, what their ARNs or
 * ids begin with.
 */
const Who = z.object({
  kind: z.enum(whoKinds),
  value: z.string(),
});
export type Who = z.infer<typeof Who>;

const Subject = z.object({
  /** Place in the question. */
  n: count,
  who: Who,
  /** As LookupEvents names it. */
  username: z.string().optional(),
  source: z.string().optional(),
  name: z.string().optional(),
  time: epochMs,
  ...traits,
});
export type NoveltySubject = z.infer<typeof Subject>;

const Before = z.object({ who: Who, ...traits, from: epochMs, until: epochMs });
export type Before = z.infer<typeof Before>;

const Same = z.object({
  /** Events that have the same value, and the last of them. */
  events: count,
  last: epochMs.optional(),
  /** Different values, of all events. */
  distinct: count,
});

const Seen = z.object({
  /** The principal's events from `from` on and before `until`, and the first of them. */
  events: count,
  first: epochMs.optional(),
  api: Same,
  region: Same,
  network: Same,
  agent: Same,
});
export type Seen = z.infer<typeof Seen>;

export const noveltyRequests = [
  /** What these events are to be compared by; those of AWS services, and those that are not kept, are left out. */
  z.object({
    op: z.literal('novelty-subjects'),
    events: z
      .array(
        z.object({
          ...scopeShape,
          eventId: z.string(),
          time: epochMs,
        }),
      )
      .readonly(),
  }),
  /** What each principal did before, in all scopes. */
  z.object({ op: z.literal('seen-before'), asked: z.array(Before).readonly() }),
] as const;

export const noveltyAnswers = {
  'novelty-subjects': z.object({ subjects: z.array(Subject) }),
  /** In the order of the question. */
  'seen-before': z.object({ seen: z.array(Seen) }),
} as const;
