import { z } from 'zod';
import { epochSecond, scopeShape } from './units.ts';

// What is remembered about background reading, as the server and the store's process say it to each other.

/** One account in one Region. What is absent was never said, or never happened. */
export const Kept = z.object({
  /** Its number, or its name where that was not known yet. */
  account: z.string().min(1),
  region: z.string().min(1),
  /** What somebody chose. */
  keep: z.boolean().optional(),
  /** When the last of its re-reads for late events ended, or reading began. */
  hourlyAt: epochSecond.optional(),
  dailyAt: epochSecond.optional(),
});
export type Kept = Readonly<z.infer<typeof Kept>>;

export const keepingRequests = [
  z.object({ op: z.literal('kept') }),
  /** Replaces what is remembered of these scopes, in one transaction. */
  z.object({
    op: z.literal('keep'),
    scopes: z.array(Kept).readonly(),
    paused: z.boolean().optional(),
  }),
] as const;

export const keepingAnswers = {
  kept: z.object({
    scopes: z.array(Kept),
    paused: z.boolean(),
    /** When AWS was last asked about a scope, of those that it was ever asked about. */
    asked: z.array(z.object({ ...scopeShape, at: epochSecond })),
  }),
  keep: z.object({}),
} as const;
