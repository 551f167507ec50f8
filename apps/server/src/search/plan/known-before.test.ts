import { span } from '../../../test/seconds.ts';
import { expect, test } from 'vitest';
import { wholeSince } from './known-before.ts';

const window = span(10_000, 20_000);

test('whole is what all scopes have up to the end, from the youngest of their holes on', () => {
  expect(wholeSince(window, [[span(5_000, 25_000)]])).toBe(10_000);
  const holed = [span(5_000, 11_000), span(12_000, 20_000)];
  expect(wholeSince(window, [holed])).toBe(12_000);
  expect(wholeSince(window, [holed, [span(15_000, 20_000)]])).toBe(15_000);
});

test('nothing is whole where the end is missing, or hardly more than that is there', () => {
  expect(wholeSince(window, [[]])).toBeUndefined();
  expect(wholeSince(window, [[span(5_000, 19_999)]])).toBeUndefined();
  expect(wholeSince(window, [[span(19_990, 20_000)]])).toBeUndefined();
  // Of a window that is as short, it is all.
  expect(wholeSince(span(19_990, 20_000), [[span(0, 30_000)]])).toBe(19_990);
});
