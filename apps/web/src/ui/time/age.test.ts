import { expect, test } from 'vitest';
import { age } from './age.ts';

test.each([
  [0, 'now'],
  [59_999, '59 seconds ago'],
  [60_000, '1 minute ago'],
  [3 * 3_600_000 + 1, '3 hours ago'],
  [26 * 3_600_000, 'yesterday'],
  [89 * 86_400_000, '89 days ago'],
  [-5000, 'in 5 seconds'],
])('%i ms ago reads "%s"', (past, said) => {
  expect(age(1_800_000_000_000 - past, 1_800_000_000_000)).toBe(said);
});
