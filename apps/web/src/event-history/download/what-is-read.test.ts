import type { ScopeProgress } from '@trailglass/api';
import { expect, test } from 'vitest';
import { nothingAsked, type Results } from '../results/results.ts';
import { whatIsRead } from './what-is-read.ts';

const plan = {
  residual: '',
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-21T00:00:00Z',
  notices: [],
};
const scope = (more: Partial<ScopeProgress>): ScopeProgress => ({
  account: '111122223333',
  region: 'eu-west-1',
  state: 'paused',
  events: 200,
  requests: 4,
  ...more,
});
const results = (more: Partial<Results>): Results => ({
  ...nothingAsked,
  phase: 'more',
  plan,
  ...more,
});
const rows = Array.from({ length: 1_204 }, (_, n) => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId: `e-${n}`,
  eventTime: plan.from,
}));

test('what is read already needs nothing', () => {
  expect(whatIsRead(results({ phase: 'complete', rows }), undefined)).toBe(
    '1,204 events, all of them read',
  );
  expect(whatIsRead(results({ rows }), { matched: 3_000, covered: 1 })).toBe(
    '3,000 events, nearly all of them read',
  );
});

test('the rest is read first: how long, by what the search says or by how far its calls got', () => {
  expect(whatIsRead(results({ rows, scopes: [scope({ etaMs: 118_000 })] }), undefined)).toBe(
    '1,204 known so far; the rest is read first, about 2 min',
  );
  // 4 calls for the first hour of 24: 92 more, at two a second.
  const read = scope({ readTo: '2026-11-20T23:00:00Z' });
  expect(whatIsRead(results({ rows, scopes: [read] }), { matched: 5_000, covered: 0.04 })).toBe(
    '5,000 known so far; the rest is read first, 46 s',
  );
});

test('nothing is promised where nothing can be said', () => {
  const scopes = [scope({ requests: 0 })];
  expect(whatIsRead(results({ rows, scopes }), undefined)).toBe(
    '1,204 known so far; the rest is read first, as fast as AWS allows',
  );
  expect(whatIsRead(results({ scopes }), undefined)).toBe(
    'Nothing known so far; everything is read first, as fast as AWS allows',
  );
});
