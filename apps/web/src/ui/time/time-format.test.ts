import { expect, test } from 'vitest';
import { timeZone, utc } from './time-format.ts';

const at = Date.parse('2026-11-22T23:40:02Z');
const east = (minutes: number) => timeZone('local', () => minutes);

test('UTC is shown as it is written in the record', () => {
  expect([utc.dateTime(at), utc.time(at), utc.date(at), utc.offset(at)]).toEqual([
    '2026-11-22 23:40:02',
    '23:40:02',
    '2026-11-22',
    'UTC',
  ]);
});

test('a local zone moves time and date, and says by how much', () => {
  expect(east(60).dateTime(at)).toBe('2026-11-23 00:40:02');
  expect(east(60).offset(at)).toBe('UTC+01:00');
  expect(east(-210).dateTime(at)).toBe('2026-11-22 20:10:02');
  expect(east(-210).offset(at)).toBe('UTC-03:30');
});

test('what is no moment is said to be none', () => {
  expect(utc.dateTime(Number.NaN)).toBe('unknown time');
});
