import { z } from 'zod';
import { eventAddress, time } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const noteLimits = { notes: 2_000, characters: 4_000 } as const;

/** Plain text of any language; of control characters only line ends and tabs. */
const noteText = z
  .string()
  .max(noteLimits.characters)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'text without control characters');

/** A bookmark, or words about an event, or both. */
export const Note = z.object({
  ...eventAddress,
  /** ISO. */
  eventTime: z.string(),
  /** What the event was when it was noted, for when it is no longer kept. */
  about: z.object({
    eventName: z.string().optional(),
    eventSource: z.string().optional(),
    username: z.string().optional(),
    errorCode: z.string().optional(),
  }),
  bookmarked: z.boolean(),
  /** Empty for a mere bookmark. */
  text: z.string(),
  /** ISO, by the server's clock. */
  made: z.string(),
  changed: z.string(),
  /** Another one after each change; says nothing else. */
  version: z.string(),
});
export type Note = z.infer<typeof Note>;

/** Newest event first. `kept`: whether the archive still has the event. */
export const Notes = z.object({ notes: z.array(Note.extend({ kept: z.boolean() })) });
export type Notes = z.infer<typeof Notes>;

export const noteEndpoints = {
  notes: endpoint({
    method: 'GET',
    path: '/api/notes',
    summary: 'The bookmarks and notes on events, kept with the archive',
    answer: Notes,
    problems: ['archive-failed'],
  }),
  saveNote: endpoint({
    method: 'POST',
    path: '/api/notes',
    summary: 'Bookmark an event or write about it; without bookmark and text its note is deleted',
    body: z
      .object({
        ...eventAddress,
        /** The event's time narrows the look-up of one that has no note yet. */
        time: time.optional(),
        bookmarked: z.boolean(),
        text: noteText,
        /** Of the note that is changed; absent where there was none. */
        version: z.string().max(64).optional(),
      })
      .strict(),
    /** Absent once it is deleted. */
    answer: z.object({ note: Note.optional() }),
    problems: ['bad-request', 'not-found', 'conflict', 'unknown-scope', 'archive-failed'],
  }),
} as const;
