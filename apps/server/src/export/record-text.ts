import { parseRecord, type TrailEvent } from '@trailglass/record';
import { LateEvent } from '../archive/late-event.ts';
import { whole } from '../archive/stored-event.ts';

/**
 * The record's JSON text as it came, on one line: a line break can stand only between its parts, where a space says the
 * same. Undefined when there is no record, or one that is no JSON and would spoil the file.
 */
export function recordText(event: TrailEvent): string | undefined {
  // Its record is plain: on one line and without fault.
  if (event instanceof LateEvent) return event.raw;
  const { raw, flaws } = event;
  if (flaws.length > 0 && parseRecord(raw).record === undefined) return undefined;
  return whole(raw).replace(/[\r\n]+/g, ' ');
}
