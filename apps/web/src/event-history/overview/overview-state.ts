import { z } from 'zod';
import { preference } from '../../ui/preference/preference.ts';
import { sharedValue } from '../../ui/shared-value.ts';

const Fold = z.enum(['open', 'closed']);

export const timelinePreference = preference('timeline', 'Timeline', Fold, 'open');
export const facetsPreference = preference('facets', 'Facets', Fold, 'open');

/** Facets stand beside the list from this width on; below it they are a sheet. */
export const facetsBeside = '(min-width: 1280px)';

/** More scopes than this share one row of coverage until the reader wants to see them all. */
export const MOST_ROWS = 6;

/** Whether every scope's coverage has a row with its name. */
export const everyScopeShown = sharedValue(false);

/** What has not been read, scope by scope, above the list. */
export function showGaps(): void {
  timelinePreference.write('open');
  everyScopeShown.set(true);
}
