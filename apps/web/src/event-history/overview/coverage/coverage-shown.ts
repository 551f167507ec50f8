import { foldPreference } from '../../../ui/preference/fold.ts';
import { sharedValue } from '../../../ui/shared-value.ts';

export const timelinePreference = foldPreference('timeline', 'Timeline');

/** More scopes than this share one row of coverage until the reader wants to see them all. */
export const MOST_ROWS = 6;

/** Whether every scope's coverage has a row with its name. */
export const everyScopeShown = sharedValue(false);

/** What has not been read, scope by scope, above the list. */
export function showGaps(): void {
  timelinePreference.write('open');
  everyScopeShown.set(true);
}
