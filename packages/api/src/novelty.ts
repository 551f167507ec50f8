import { z } from 'zod';
import { eventAddress, scope, time } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const noveltyLimits = {
  events: 50,
  /** How far back an event is compared, and the least of it that must have been read. */
  days: 30,
  leastDays: 7,
} as const;

/** What of an event a principal had not, or hardly, done before. */
export const noveltyKinds = ['principal', 'api', 'region', 'network', 'agent'] as const;

export const Mark = z.object({
  /** new: never before within the baseline; rare: a few times, the last of them long ago. */
  kind: z.enum(['new', 'rare']),
  of: z.enum(noveltyKinds),
  /** `ec2.amazonaws.com:RunInstances`, `eu-west-1`, `203.0.113.0/24` or a service's name, `aws-cli`; a principal's ARN. */
  value: z.string(),
  /** Events within the baseline that were the same in this. */
  before: z.number().int().min(0),
  /** The last of them (ISO). */
  last: z.string().optional(),
});
export type Mark = z.infer<typeof Mark>;

/** What is new or rare in one event, against what its principal did before; nothing where that cannot be told. */
export const Novelty = z.object({
  marks: z.array(Mark),
  /** Given with marks: what they are against. */
  against: z
    .object({
      /** The user, or the role where each of its sessions has a name that a machine made. */
      principal: z.string(),
      /** Its earlier events, as a filter. */
      q: z.string(),
      /** ISO; of the event's account and Region everything in it has been read, or every call of this API. */
      from: z.string(),
      to: z.string(),
      whole: z.enum(['everything', 'principal', 'api']),
    })
    .optional(),
});
export type Novelty = z.infer<typeof Novelty>;

export const noveltyEndpoints = {
  novelty: endpoint({
    method: 'POST',
    path: '/api/novelty',
    summary: 'What each of these events has that its principal had never, or hardly, done before',
    body: z
      .object({
        events: z
          .array(z.object({ scope, eventId: eventAddress.eventId, time }).strict())
          .min(1)
          .max(noveltyLimits.events),
      })
      .strict(),
    /** In the order of the events. */
    answer: z.object({ events: z.array(Novelty) }),
    problems: ['bad-request', 'unknown-scope', 'archive-failed', 'too-many-requests'],
  }),
} as const;
