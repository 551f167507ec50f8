import { z } from 'zod';
import { epochMs } from './units.ts';

// Notes on events, as the server and the store's process say them to each other.

const place = { account: z.string(), region: z.string(), eventId: z.string() };

const StoredNote = z.object({
  ...place,
  /** Milliseconds, as the other times. */
  eventMs: epochMs,
  /** JSON. */
  about: z.string(),
  bookmarked: z.boolean(),
  text: z.string(),
  madeMs: epochMs,
  changedMs: epochMs,
  version: z.string(),
});
export type StoredNote = Readonly<z.infer<typeof StoredNote>>;
export type NotePlace = Readonly<Pick<StoredNote, keyof typeof place>>;

export const notesRequests = [
  z.object({ op: z.literal('notes') }),
  /** Replaces the one on the same event. */
  z.object({ op: z.literal('keep-note'), note: StoredNote }),
  z.object({ op: z.literal('drop-note'), ...place }),
] as const;

export const notesAnswers = {
  /** By the event's time, newest first; `kept`: whether the event is there. */
  notes: z.object({ notes: z.array(StoredNote.extend({ kept: z.boolean() })) }),
  'keep-note': z.object({}),
  'drop-note': z.object({}),
} as const;
