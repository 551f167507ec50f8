import type { GivenNote } from '@trailglass/api';

/** What becomes of the note here, if there is one, when a file gives another on the same event. No word of either is lost. */
export function merged(
  given: GivenNote,
  here: GivenNote | undefined,
): GivenNote | 'same' | 'differs' {
  const text = given.text.trim() === '' ? '' : given.text;
  if (here === undefined) return given.bookmarked || text !== '' ? { ...given, text } : 'same';
  if (text !== '' && here.text !== '' && text !== here.text) return 'differs';
  const both = {
    ...here,
    bookmarked: here.bookmarked || given.bookmarked,
    text: here.text === '' ? text : here.text,
  };
  return both.bookmarked === here.bookmarked && both.text === here.text ? 'same' : both;
}
