import type { Begun, Older } from '@trailglass/api';
import { counted } from '../../ui/numbers/count.ts';

/** What setting the archive aside costs; `undefined` where that could not be counted. */
export function costWords(older: Older | undefined): string {
  if (older === undefined)
    return 'How many events are older than 90 days could not be counted; AWS would not give those again.';
  if (older.events === 0)
    return 'AWS still has everything that is kept: it is read again when it is asked for.';
  const they = older.events === 1 ? 'it' : 'them';
  return `${counted(older.events, 'event')} older than 90 days would be in the set-aside file alone: AWS does not have ${they} any more.`;
}

/** That it was done, where the archive before lies, and what of it could not be taken along. */
export function begunWords({ setAside, lost }: Begun): string {
  const aside = `The one before lies in ${setAside}, as it was.`;
  return lost.length === 0
    ? `${aside} Notes, bookmarks, saved views and background reading went along.`
    : `${aside} What could not be read in it did not go along: ${lost.join(', ')}.`;
}
