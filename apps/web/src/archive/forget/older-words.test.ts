import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { utc } from '../../ui/time/time-format.ts';
import { olderWords } from './older-words.ts';

const now = Date.parse('2026-11-22T16:00:00Z') as EpochMs;

test('the preview says how much, from when, from where, and whether it can be had again', () => {
  const older = {
    before: '2026-09-01T00:00:00Z',
    events: 18_204,
    scopes: 12,
    oldest: '2026-06-01T10:00:00Z',
    newest: '2026-08-31T23:59:59Z',
  };
  expect(olderWords(older, false, now, utc)).toBe(
    '18,204 events from before 1 Sep 2026 in 12 scopes will be deleted. They can be read again only as far as AWS still has them.',
  );
  expect(olderWords(older, true, now, utc)).toMatch(
    /Where background reading is on, it reads again what AWS still has\.$/,
  );
});

test('what is older than event history is gone for good', () => {
  const older = {
    before: '2026-07-01T00:00:00Z',
    events: 1,
    scopes: 1,
    oldest: '2026-06-01T10:00:00Z',
    newest: '2026-06-01T10:00:00Z',
  };
  expect(olderWords(older, false, now, utc)).toBe(
    '1 event from before 1 Jul 2026 in 1 scope will be deleted. AWS has them no more: they cannot be read again.',
  );
});

test('nothing older is said as such', () => {
  expect(
    olderWords({ before: '2026-07-01T00:00:00Z', events: 0, scopes: 0 }, false, now, utc),
  ).toBe('The archive holds no events from before 1 Jul 2026.');
});
