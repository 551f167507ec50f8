import type { Listed } from '../use-notes.ts';

export const shows = ['all', 'bookmarked', 'noted'] as const;
export type Show = (typeof shows)[number];

/** Those that say every one of the words, in any case, in their note or in what their event was. */
export function foundNotes(notes: readonly Listed[], find: string, show: Show): readonly Listed[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return notes.filter((note) => {
    if (show === 'bookmarked' && !note.bookmarked) return false;
    if (show === 'noted' && note.text === '') return false;
    const { about, account, region, eventId, text } = note;
    const said = [text, ...Object.values(about), account, region, eventId].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
