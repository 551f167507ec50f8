import type { Coverage } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { historyAt, readShares } from './read-share.ts';

const now = Date.parse('2026-11-22T16:00:00.640Z') as EpochMs;
const window = { from: '2026-11-22T10:00:00Z', to: '2026-11-22T19:59:59Z' };
type Interval = Coverage['scopes'][number]['intervals'][number];
const shareOf = (...intervals: Interval[]) =>
  readShares({ ...window, scopes: [{ account: '1', region: 'us-east-1', intervals }] }, window).get(
    '1:us-east-1',
  );

test('history is 90 days, without the minutes at both ends that are in motion', () => {
  expect(historyAt(now)).toEqual({ from: '2026-08-24T16:03:00Z', to: '2026-11-22T15:45:00Z' });
});

test('the share is of time, both ends of what was read inclusive', () => {
  expect(shareOf()).toEqual({ share: 0, stretches: [] });
  const half: Interval = {
    from: '2026-11-22T15:00:00Z',
    to: '2026-11-22T19:59:59Z',
    state: 'read',
  };
  expect(shareOf(half)).toEqual({ share: 0.5, stretches: [{ from: 0.5, to: 1 }] });
});

test('all of it is all of it, in however many pieces; what lies outside does not count', () => {
  const pieces = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'].map(
    (hour): Interval => ({
      from: `2026-11-22T${hour}:00:00Z`,
      to: `2026-11-22T${hour}:59:59Z`,
      state: 'read',
    }),
  );
  const outside: Interval = {
    from: '2026-11-21T10:00:00Z',
    to: '2026-11-22T09:59:59Z',
    state: 'read',
  };
  expect(shareOf(outside, ...pieces)?.share).toBe(1);
});
