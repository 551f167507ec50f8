import { SavedView, viewLimits } from '@trailglass/api';
import { z } from 'zod';
import { readableSearch } from './view-address.ts';

const ViewFile = z.object({
  trailglass: z.literal('views'),
  version: z.literal(1),
  views: z.array(SavedView).min(1).max(viewLimits.views),
});

/** The largest file that a hundred views can be, and then some. */
const MOST_BYTES = 4_000_000;

/** Saved views as a file's text. */
export const printViews = (views: readonly SavedView[]): string =>
  `${JSON.stringify({ trailglass: 'views', version: 1, views }, undefined, 2)}\n`;

/** The inverse. What a file holds is another's: only what this version can read of each view is taken. */
export function parseViews(text: string): readonly SavedView[] | undefined {
  if (text.length > MOST_BYTES) return undefined;
  try {
    const { views } = ViewFile.parse(JSON.parse(text));
    return views.map(({ name, search }) => ({ name, search: readableSearch(search) }));
  } catch {
    return undefined;
  }
}
