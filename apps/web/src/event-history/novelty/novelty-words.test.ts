import type { Mark } from '@trailglass/api';
import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { badgeWord, baselineWords, markWords } from './novelty-words.ts';

const against = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  q: '',
  from: '2026-11-08T12:00:00Z',
  to: '2026-11-20T11:58:59Z',
  whole: 'everything',
} as const;
const api: Mark = { kind: 'new', of: 'api', value: 'ec2.amazonaws.com:RunInstances', before: 0 };
const rare: Mark = {
  kind: 'rare',
  of: 'network',
  value: '203.0.113.0/24',
  before: 1,
  last: '2026-11-09T04:00:00Z',
};

test('a mark says who had never, or hardly, done what, and a row the stronger word', () => {
  expect(markWords(api, against, utc)).toBe('First time alice called RunInstances (ec2)');
  const role = { ...against, principal: 'arn:aws:sts::111122223333:assumed-role/ci' };
  expect(markWords(rare, role, utc)).toBe(
    'Rare: the role ci came from 203.0.113.0/24 once before, last on 9 Nov 04:00',
  );
  expect(baselineWords(against)).toBe('the 12 days before it');
  expect([badgeWord([rare, api]), badgeWord([rare])]).toEqual(['New', 'Rare']);
});
