import { expect, test } from 'vitest';
import { chooseFrom, EVERY } from './choose.ts';

const options = ['a', 'b', 'c'];

test('from all, one tick narrows to that one', () => {
  expect(chooseFrom(options, [], [EVERY, 'b'])).toEqual(['b']);
});

test('more ticks add, in the order offered', () => {
  expect(chooseFrom(options, ['c'], ['c', 'a'])).toEqual(['a', 'c']);
});

test('“all” takes every tick back, and so does the last one missing, and none', () => {
  expect(chooseFrom(options, ['b'], ['b', EVERY])).toEqual([]);
  expect(chooseFrom(options, ['a', 'b'], ['a', 'b', 'c'])).toEqual([]);
  expect(chooseFrom(options, ['b'], [])).toEqual([]);
});
