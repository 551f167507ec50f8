import type { SessionNode } from '@trailglass/api';
import { expect, it } from 'vitest';
import { keyRange } from './key-range.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const used = { first: '2026-11-20T02:22:36Z', last: '2026-11-20T02:22:36Z' };
const range = (node: Partial<SessionNode>) => keyRange(node as SessionNode, now);
const handed = (time: string, expires?: string): SessionNode['handed'] => ({
  name: 'AssumeRole',
  kind: 'temporary',
  at: [{ account: '1', region: 'us-east-1', eventId: 'e', time }],
  ...(expires !== undefined && { expires }),
});

it('a temporary key has from the call that handed it out until it expires, whatever is known of its use', () => {
  const key = 'ASIAZFD2ZUTSAAJF2AJ5';
  const call = handed('2026-11-20T02:20:00Z', 'Nov 20, 2026, 3:20:00 AM');
  expect(range({ key, ...used, handed: call })).toEqual({
    kind: 'absolute',
    from: '2026-11-20T02:20:00Z',
    to: '2026-11-20T03:20:00Z',
  });
});

it('at most 36 hours where nobody says when it expires, and never beyond now', () => {
  const key = 'ASIAZFD2ZUTSAAJF2AJ5';
  expect(range({ key, ...used, handed: handed('2026-11-20T02:20:00Z') })).toMatchObject({
    from: '2026-11-20T02:20:00Z',
    to: '2026-11-21T14:20:00Z',
  });
  expect(range({ key, first: '2026-11-22T11:00:00Z', last: '2026-11-22T11:30:00Z' })).toMatchObject(
    { from: '2026-11-20T23:30:00Z', to: '2026-11-22T12:00:00Z' },
  );
});

it('an expiry that cannot be read is none', () => {
  const key = 'ASIAZFD2ZUTSAAJF2AJ5';
  for (const odd of ['soon', 'Foo 99, 2026, 3:20:00 AM', '', '2026'])
    expect(range({ key, ...used, handed: handed('2026-11-20T02:20:00Z', odd) })).toMatchObject({
      to: '2026-11-21T14:20:00Z',
    });
});

it('where nothing is known but its use, 36 hours to both sides of it', () => {
  expect(range({ key: 'ASIAZFD2ZUTSAAJF2AJ5', ...used })).toMatchObject({
    from: '2026-11-18T14:22:36Z',
    to: '2026-11-21T14:22:36Z',
  });
});

it('a user’s own key has all of the 90 days, or more where older events are kept', () => {
  const key = 'AKIAIOSFODNN7EXAMPLE';
  expect(range({ key, ...used })).toEqual({ kind: 'relative', amount: 90, unit: 'day' });
  expect(range({ key, ...used, first: '2026-01-01T00:00:00Z' })).toEqual({
    kind: 'absolute',
    from: '2026-01-01T00:00:00Z',
    to: '2026-11-22T12:00:00Z',
  });
});
