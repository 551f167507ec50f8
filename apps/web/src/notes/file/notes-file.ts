import type { Listed } from '../use-notes.ts';

/** Notes as a file's text: what was written about which event, and when. */
function printNotes(notes: readonly Listed[]): string {
  const shown = notes.map(({ account, region, eventId, eventTime, about, ...note }) => {
    const { bookmarked, text, made, changed } = note;
    return { account, region, eventId, eventTime, about, bookmarked, text, made, changed };
  });
  return `${JSON.stringify({ trailglass: 'notes', version: 1, notes: shown }, undefined, 2)}\n`;
}

export function saveNotesFile(notes: readonly Listed[]): void {
  const url = URL.createObjectURL(new Blob([printNotes(notes)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: 'trailglass-notes.json',
  });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
