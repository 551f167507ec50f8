import { z } from 'zod';
import { eventAddress, time } from './asked.ts';
import { endpoint } from './endpoint.ts';

export const noteLimits = { notes: 2_000, characters: 4_000, atOnce: 200 } as const;

/** Plain text of any language; of control characters only line ends and tabs. */
const noteText = z
  .string()
  .max(noteLimits.characters)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'text without control characters');

const word = z.string().max(256).optional();

/** What the event was when it was noted, for when it is no longer kept. */
const about = z.object({
  eventName: word,
  eventSource: word,
  username: word,
  errorCode: word,
});

/** A bookmark, or words about an event, or both. */
export const Note = z.object({
  ...eventAddress,
  /** ISO. */
  eventTime: z.string(),
  about,
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

/** A note as a file has it, which anybody may have written: an export of notes, or a bundle's notes.json. */
export const GivenNote = z.object({
  account: z.string().regex(/^\d{12}$/),
  region: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  eventId: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  eventTime: time,
  about: about.default({}),
  bookmarked: z.boolean(),
  text: noteText,
  made: time,
  changed: time,
});
export type GivenNote = z.infer<typeof GivenNote>;

const count = z.number().int().min(0);

/** Newest event first. `kept`: whether the archive still has the event. */
export const Notes = z.object({ notes: z.array(Note.extend({ kept: z.boolean() })) });
export type Notes = z.infer<typeof Notes>;

/** What became of notes from a file. */
export const NotesTaken = z.object({
  /** Of events that had no note. */
  added: count,
  /** A bookmark got its words, or words got their bookmark. */
  completed: count,
  /** Here already. */
  same: count,
  /** Other words stand here: these were left as they are. */
  differing: z.array(z.object(eventAddress)),
  /** For these there was no room. */
  left: count,
});
export type NotesTaken = z.infer<typeof NotesTaken>;

export const noteEndpoints = {
  importNotes: endpoint({
    method: 'POST',
    path: '/api/notes/import',
    summary:
      'Take in notes from a file beside those that are here; of what differs, nothing is changed',
    body: z.object({ notes: z.array(GivenNote).min(1).max(noteLimits.atOnce) }).strict(),
    answer: NotesTaken,
    problems: ['bad-request', 'archive-failed'],
  }),
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
