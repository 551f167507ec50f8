import { expect, test } from 'vitest';
import { dayTimeWords, dayWords } from './day-words.ts';
import { timeZone, utc } from './time-format.ts';

const tokyo = timeZone('local', () => 540);
const ms = Date.parse('2026-08-31T15:04:59Z');

test('days and times are named in the reader’s zone', () => {
  expect(dayWords(ms, utc)).toBe('31 Aug 2026');
  expect(dayWords(ms, tokyo)).toBe('1 Sep 2026');
  expect(dayTimeWords(ms, utc)).toBe('31 Aug 15:04');
  expect(dayTimeWords(ms, tokyo)).toBe('1 Sep 00:04');
});
