import { parseRecord, type TrailEvent } from '@trailglass/record';
import { whole } from '../archive/stored-event.ts';

/**
 * The record's JSON text as it came, on one line: a line break can stand only between its parts, where a space says the
 * same. Undefined when there is no record, or one that is no JSON and would spoil the file.
 */
export function recordText({ raw, flaws }: TrailEvent): string | undefined {
  if (flaws.length > 0 && parseRecord(raw).record === undefined) return undefined;
  return whole(raw).replace(/[\r\n]+/g, ' ');
}
