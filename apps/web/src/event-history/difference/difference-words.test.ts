import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { shareWords, whichWords } from './difference-words.ts';

test('some is never none, and nearly all is never all', () => {
  expect([0, 1, 90, 250, 998, 999, 1000].map((part) => shareWords(part, 1000))).toEqual([
    'none',
    'under 1%',
    '9%',
    '25%',
    'over 99%',
    'over 99%',
    'all',
  ]);
});

test('a time names its day once where it is one', () => {
  const words = (to: string) => whichWords({ kind: 'span', from: '2026-11-08T04:00:00Z', to }, utc);
  expect(words('2026-11-08T04:59:59Z')).toBe('2026-11-08 04:00:00 to 04:59:59');
  expect(words('2026-11-09T04:59:59Z')).toBe('2026-11-08 04:00:00 to 2026-11-09 04:59:59');
});
