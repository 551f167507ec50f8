import { expect, test } from 'vitest';
import { pauseAfter } from './tidying.ts';

const MIN = 60_000;

test('it goes on soon while there is something to do, and looks again now and then when there is nothing', () => {
  expect(pauseAfter({ sorted: 300_000, more: true }, 40 * MIN)).toBe(5_000);
  expect(pauseAfter({ sorted: 0, more: false }, 5_000)).toBe(10 * MIN);
});

test('what comes to nothing is tried less and less often, up to once an hour', () => {
  const pauses = [5_000];
  for (let n = 0; n < 8; n += 1)
    pauses.push(pauseAfter(n % 2 ? undefined : { sorted: 0, more: true }, pauses.at(-1)!));
  expect(pauses.slice(1)).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((minutes) => minutes * MIN));
});
