import type { Note } from '@trailglass/api';
import { sharedValue } from '../ui/shared-value.ts';
import { eventKey } from '../event/event-key.ts';

/** What a row says of a note: the star of a bookmark, the pen of words. */
export type Noted = Pick<Note, 'bookmarked'> & { readonly written: boolean };

/** Events with notes by their key, as far as the server has told. Kept small: rows are drawn before the notes are asked for. */
const noted = sharedValue<ReadonlyMap<string, Noted>>(new Map());

export const useNoted = noted.use;

export function tellNoted(notes: readonly Note[]): void {
  noted.set(
    new Map(
      notes.map((note) => [
        eventKey(note),
        { bookmarked: note.bookmarked, written: note.text !== '' },
      ]),
    ),
  );
}
