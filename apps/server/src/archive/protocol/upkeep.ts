import { z } from 'zod';
import { count, epochMs, epochSecond } from './units.ts';

// What keeps the archive in order, as the server and the store's process say it to each other.

export const upkeepRequests = [
  /** Answered by a query, not from memory. */
  z.object({ op: z.literal('alive') }),
  /** What lies before a second. */
  z.object({ op: z.literal('older'), before: epochSecond }),
  /** Deletes it, if it is as many events as that. */
  z.object({ op: z.literal('forget'), before: epochSecond, events: count }),
  /** Deletes some of it, oldest first, if the moment is idle. */
  z.object({ op: z.literal('trim'), before: epochSecond }),
  /** Sorts some of the file by time, if the moment is idle. */
  z.object({ op: z.literal('tidy') }),
  /** Reads every record; tells how far it is meanwhile. */
  z.object({ op: z.literal('verify') }),
] as const;

export const Wrong = z.object({
  account: z.string(),
  region: z.string(),
  eventId: z.string(),
  listedMs: epochMs,
  /** In words. */
  flaw: z.string(),
});
export type Wrong = z.infer<typeof Wrong>;

export const VerifyProgress = z.object({ checked: count, of: count });
export type VerifyProgress = z.infer<typeof VerifyProgress>;

export const upkeepAnswers = {
  alive: z.object({}),
  /** `oldest` and `newest` in milliseconds. */
  older: z.object({
    events: count,
    scopes: count,
    oldest: epochMs.optional(),
    newest: epochMs.optional(),
  }),
  /** `differs`: there are so many now, and nothing was deleted. */
  forget: z.union([z.object({ deleted: count }), z.object({ differs: count })]),
  trim: z.object({ deleted: count, more: z.boolean() }),
  /** Events that were written anew. */
  tidy: z.object({ sorted: count, more: z.boolean() }),
  verify: z.object({ checked: count, wrong: count, examples: z.array(Wrong) }),
} as const;
