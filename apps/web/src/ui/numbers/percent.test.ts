import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [0, '0%'],
  [0.0001, '1%'],
  [0.62, '62%'],
  [0.9999, '99%'],
  [1, '100%'],
])('%d is %s: never all before it is all', (share, words) => {
  expect(percent(share)).toBe(words);
});
