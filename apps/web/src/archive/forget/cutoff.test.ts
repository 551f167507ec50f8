import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { cutoffTime } from './cutoff.ts';

const now = Date.parse('2026-11-22T16:20:00Z') as EpochMs;
const date = (date: string) => cutoffTime({ kind: 'date', date }, now, utc);

test('an age is cut at the beginning of a day', () => {
  expect(cutoffTime({ kind: 'days', days: 90 }, now, utc)).toBe('2026-08-24T00:00:00Z');
  expect(cutoffTime({ kind: 'days', days: 0 }, now, utc)).toBe('2026-11-22T00:00:00Z');
});

test('a day that does not exist or has not come is none', () => {
  expect(date('2026-09-01')).toBe('2026-09-01T00:00:00Z');
  expect(date('2026-11-23')).toBeUndefined();
  expect(date('2026-02-31')).toBeUndefined();
  expect(date('')).toBeUndefined();
  expect(date('1 Sep 2026')).toBeUndefined();
});
