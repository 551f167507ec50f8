import { expect, test } from 'vitest';
import { size } from './size.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1_260_000, '1.3 MB'],
  [734_003_200, '734 MB'],
  [12_000_000_000, '12 GB'],
])('%i bytes read %s', (bytes, words) => {
  expect(size(bytes)).toBe(words);
});
