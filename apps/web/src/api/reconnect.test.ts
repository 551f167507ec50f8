import { expect, test } from 'vitest';
import { pause } from './reconnect.ts';

test('a server that is gone is asked at most once in 10 s, then less and less, at least every minute', () => {
  expect([0, 1, 2, 3, 4, 50].map(pause)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
});
