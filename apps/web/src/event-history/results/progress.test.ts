import type { ScopeProgress } from '@trailglass/api';
import { expect, test } from 'vitest';
import { answeredAt } from './progress.ts';

const at = '2026-11-22T14:03:00Z';
const scope = (region: string, state: ScopeProgress['state']): ScopeProgress => ({
  account: '111122223333',
  region,
  state,
  events: 0,
  requests: 0,
  ...(state === 'failed' ? { answeredAt: at } : {}),
});

test('since when nothing new was read is of interest where nothing of the account can be read', () => {
  expect(answeredAt([scope('a', 'failed'), scope('b', 'failed')], '111122223333')).toBe(at);
  expect(answeredAt([scope('a', 'failed'), scope('b', 'reading')], '111122223333')).toBeUndefined();
  expect(answeredAt([scope('a', 'failed')], '444455556666')).toBeUndefined();
});
