import { type EpochMs, printTime } from '@trailglass/record';
import { members } from './json-text.ts';
import type { LoadedRecord } from './loaded-record.ts';

const second = 1000;

/** Shifts all records by one constant, whole seconds, so that the newest happened at `now` (epoch milliseconds). */
export function redate(records: readonly LoadedRecord[], now: number): LoadedRecord[] {
  const newest = records.reduce((newest, { event }) => Math.max(newest, event.time), -Infinity);
  const shift = Math.floor((now - newest) / second) * second;
  return records.map((record) => {
    const time = record.event.time + shift;
    const text = withEventTime(record.event.text, printTime(time as EpochMs));
    return { ...record, event: { ...record.event, time, text } };
  });
}

/** The record's text with another eventTime, every other character as it was. */
function withEventTime(text: string, eventTime: string): string {
  const places = [...members(text, text.indexOf('{'))].filter(({ name }) => name === 'eventTime');
  return places.reduceRight(
    (text, { value }) => `${text.slice(0, value.start)}"${eventTime}"${text.slice(value.end)}`,
    text,
  );
}
