import type { Histogram } from '@trailglass/api';
import { expect, test } from 'vitest';
import { barsOf, stacked } from './bars.ts';
import { spanOf } from '../time-range/span.ts';

const histogram = (change: Partial<Histogram> = {}): Histogram => ({
  from: '2026-11-22T10:30:00Z',
  to: '2026-11-22T13:00:00Z',
  bucketSeconds: 3600,
  buckets: [],
  matched: 0,
  covered: 1,
  ...change,
});
const at = (iso: string): number => Date.parse(iso);

test('every step of the window has a bar, also the empty ones and the one its last second lies in', () => {
  const bars = barsOf(
    histogram({ buckets: [{ at: '2026-11-22T12:00:00Z', reads: 3, writes: 2, errors: 1 }] }),
  );
  expect(bars.map((bar) => new Date(bar.start).toISOString().slice(11, 16))).toEqual([
    '10:00',
    '11:00',
    '12:00',
    '13:00',
  ]);
  expect(bars[2]).toEqual({
    start: at('2026-11-22T12:00:00Z'),
    end: at('2026-11-22T13:00:00Z'),
    writes: 2,
    reads: 3,
    errors: 1,
  });
  expect(bars[1]).toMatchObject({ writes: 0, reads: 0, errors: 0 });
});

test('both ends of a window belong to it', () => {
  expect(spanOf({ from: '2026-11-22T10:00:00Z', to: '2026-11-22T10:00:00Z' })).toEqual({
    start: at('2026-11-22T10:00:00Z'),
    end: at('2026-11-22T10:00:01Z'),
  });
});

test('an answer that would be millions of steps is not drawn whole', () => {
  const endless = histogram({ from: '2000-01-01T00:00:00Z', bucketSeconds: 1 });
  expect(barsOf(endless)).toHaveLength(5000);
});

test('bars stack: writes, on them reads, on them errors', () => {
  const bar = { start: 0, end: 1000, writes: 20, reads: 30, errors: 50 };
  expect(stacked([bar])).toEqual([[0], [100], [50], [20]]);
});

test('one error among a thousand events is seen', () => {
  const bar = { start: 0, end: 1000, writes: 999, reads: 0, errors: 1 };
  const [, top, reads] = stacked([bar]);
  expect((top[0] ?? 0) - (reads[0] ?? 0)).toBe(50);
});
