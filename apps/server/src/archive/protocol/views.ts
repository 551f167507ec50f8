import { z } from 'zod';

// Saved views, as the server and the store's process say them to each other.

const StoredView = z.object({ name: z.string().min(1), search: z.string() });
export type StoredView = Readonly<z.infer<typeof StoredView>>;

export const viewsRequests = [
  z.object({ op: z.literal('views') }),
  /** Replaces all of them, in one transaction. */
  z.object({ op: z.literal('keep-views'), views: z.array(StoredView).readonly() }),
] as const;

export const viewsAnswers = {
  views: z.object({ views: z.array(StoredView) }),
  'keep-views': z.object({}),
} as const;
