import { z } from 'zod';
import { StoredEvent } from '../stored-event.ts';
import { count, epochMs, scopeShape, spanShape } from './units.ts';

// Who handed out which access key, as the server and the store's process say it to each other. Over all scopes.

const keys = z.array(z.string().max(128)).max(1_000);

export const handoverRequests = [
  /** Calls that handed these keys out, or that keys with these ids made and that hand keys out. */
  z.object({
    op: z.literal('handouts'),
    of: z.enum(['origin', 'made-by']),
    keys,
    /** Those nearest to this time (milliseconds) are given where there are more than `limit`. */
    near: epochMs,
    limit: z.int().min(1),
  }),
  /** Sign-ins of a principal, by its id, in whole seconds; both ends inclusive. */
  z.object({
    op: z.literal('sign-ins'),
    principalId: z.string(),
    ...spanShape,
  }),
  /** What was done with these keys. */
  z.object({ op: z.literal('key-uses'), keys, addresses: z.int().min(1) }),
] as const;

const Placed = z.object({
  ...scopeShape,
  stored: StoredEvent,
});

export const KeyUse = z.object({
  key: z.string(),
  events: count,
  writes: count,
  errors: count,
  /** Calls that handed out further keys. */
  handouts: count,
  /** Milliseconds. */
  first: epochMs,
  last: epochMs,
  /** The most frequent first, and how many there are. */
  sources: z.array(z.object({ address: z.string(), events: count, first: epochMs })),
  addresses: count,
  /** The oldest event, which says whose key it is. */
  oldest: Placed,
});
export type KeyUse = z.infer<typeof KeyUse>;

const found = z.object({ events: z.array(Placed) });
export const handoverAnswers = {
  handouts: found,
  'sign-ins': found,
  'key-uses': z.object({ uses: z.array(KeyUse) }),
} as const;
