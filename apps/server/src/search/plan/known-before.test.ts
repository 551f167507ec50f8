import { expect, test } from 'vitest';
import { wholeSince } from './known-before.ts';

const window = { from: 10_000, to: 20_000 };

test('whole is what all scopes have up to the end, from the youngest of their holes on', () => {
  expect(wholeSince(window, [[{ from: 5_000, to: 25_000 }]])).toBe(10_000);
  const holed = [
    { from: 5_000, to: 11_000 },
    { from: 12_000, to: 20_000 },
  ];
  expect(wholeSince(window, [holed])).toBe(12_000);
  expect(wholeSince(window, [holed, [{ from: 15_000, to: 20_000 }]])).toBe(15_000);
});

test('nothing is whole where the end is missing, or hardly more than that is there', () => {
  expect(wholeSince(window, [[]])).toBeUndefined();
  expect(wholeSince(window, [[{ from: 5_000, to: 19_999 }]])).toBeUndefined();
  expect(wholeSince(window, [[{ from: 19_990, to: 20_000 }]])).toBeUndefined();
  // Of a window that is as short, it is all.
  expect(wholeSince({ from: 19_990, to: 20_000 }, [[{ from: 0, to: 30_000 }]])).toBe(19_990);
});
