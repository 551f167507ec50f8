import { expect, test } from 'vitest';
import { bucketSize } from './bucket-size.ts';

test.each([
  [1, 120, 1],
  [120, 120, 1],
  [121, 120, 2],
  [3_600, 120, 30],
  [86_400, 120, 900],
  [7 * 86_400, 120, 7_200],
  [90 * 86_400, 120, 86_400],
  [90 * 86_400, 1, 86_400],
])('%i seconds in about %i buckets: %i seconds each', (seconds, buckets, size) => {
  expect(bucketSize(seconds, buckets)).toBe(size);
});
