import { printTime } from '@trailglass/record';
import type { Report } from './format.types.ts';
import type { Source } from './walk.ts';

/** What a source has come to. */
export function reportOf(
  source: Source,
  made: Pick<Report, 'version' | 'started' | 'ended' | 'problems'>,
): Report {
  return {
    ...made,
    query: source.asked,
    complete: source.complete,
    completeFrom: printTime(source.wholeTo),
    coverage: source.scopes.map(({ label, state, events, wholeTo }) => ({
      ...label,
      state,
      events,
      completeFrom: printTime(wholeTo),
    })),
  };
}
