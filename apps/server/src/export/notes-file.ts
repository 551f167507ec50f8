import type { Note } from '@trailglass/api';

/** Which event a note is on. */
export const placeOf = ({
  account,
  region,
  eventId,
}: Pick<Note, 'account' | 'region' | 'eventId'>) => JSON.stringify([account, region, eventId]);

/** Notes as a file of a bundle: what was written, about which event, when. */
export function notesText(notes: readonly Note[]): string {
  const shown = notes.map(({ account, region, eventId, eventTime, bookmarked, ...note }) => ({
    account,
    region,
    eventId,
    eventTime,
    about: note.about,
    bookmarked,
    text: note.text,
    made: note.made,
    changed: note.changed,
  }));
  return `${JSON.stringify({ notes: shown }, undefined, 2)}\n`;
}
