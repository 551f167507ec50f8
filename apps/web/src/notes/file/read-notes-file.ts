import { GivenNote, noteLimits } from '@trailglass/api';
import { z } from 'zod';

/** An export of the bookmarks page, or the notes.json of an evidence bundle. */
const NotesFile = z.object({ notes: z.array(GivenNote).max(noteLimits.notes) });

/** All notes that there can be, and then some. */
const MOST_CHARACTERS = 20_000_000;
/** Of a request: the server takes 64 KB, and a character may be four bytes. */
const PIECE_BYTES = 48_000;

/** What a file holds is anybody's. Undefined where it is no file of notes. */
export function parseNotes(text: string): readonly GivenNote[] | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return NotesFile.parse(JSON.parse(text)).notes;
  } catch {
    return undefined;
  }
}

/** The notes in pieces that a request can hold. */
export function inPieces(notes: readonly GivenNote[]): readonly (readonly GivenNote[])[] {
  const encoder = new TextEncoder();
  const pieces: GivenNote[][] = [];
  let room = 0;
  for (const note of notes) {
    const size = encoder.encode(JSON.stringify(note)).length;
    const last = pieces.at(-1);
    if (last && size <= room && last.length < noteLimits.atOnce) {
      last.push(note);
      room -= size;
    } else {
      pieces.push([note]);
      room = PIECE_BYTES - size;
    }
  }
  return pieces;
}
