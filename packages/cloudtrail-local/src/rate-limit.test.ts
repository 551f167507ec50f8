import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('a burst of two, then one every half second, whatever was saved up', () => {
  let now = 0;
  const limit = new RateLimit(2, () => now);
  const takenAt = (times: readonly number[]) =>
    times.map((time) => {
      now = time;
      return limit.take('scope');
    });
  expect(takenAt([0, 0, 0, 499, 500, 999, 1000])).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
  expect(takenAt([60_000, 60_000, 60_000])).toEqual([true, true, false]);
  expect(limit.take('another scope')).toBe(true);
});

test('a rate of 0 is no limit', () => {
  const limit = new RateLimit(0, () => 0);
  expect(Array.from({ length: 100 }, () => limit.take('scope'))).not.toContain(false);
});
