import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { baselineOf } from './baseline.ts';

const now = Date.parse('2026-11-23T12:00:00Z') as EpochMs;

test.each([
  ['a day: thirty days before it', '2026-11-22T12:00:00Z', '2026-10-23T12:00:00Z'],
  ['40 days: as many before it', '2026-10-14T12:00:00Z', '2026-09-04T12:00:00Z'],
  ['60 days: what is left of what AWS keeps', '2026-09-24T12:00:00Z', '2026-08-25T12:00:00Z'],
  [
    'all that AWS keeps: as long again, which only the archive can have',
    '2026-08-25T12:00:00Z',
    '2026-05-27T12:00:00Z',
  ],
])('%s', (_, from, since) => {
  expect(baselineOf({ from, to: '2026-11-23T12:00:00Z' }, now)).toBe(since);
});

test('what is no time has no time before it', () => {
  expect(baselineOf({ from: 'x', to: 'y' }, now)).toBeUndefined();
});
