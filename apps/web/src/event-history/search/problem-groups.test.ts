import { problem } from '@trailglass/api';
import { expect, test } from 'vitest';
import { problemGroups } from './problem-groups.ts';

const names = new Map([
  ['1', 'prod'],
  ['2', 'dev'],
]);

test('denied Regions of an account are told once, each account for itself', () => {
  const denied = (account: string, region: string) =>
    problem('access-denied', `${account} may not`, { account, region });
  const groups = problemGroups(
    [denied('1', 'us-east-1'), denied('2', 'us-east-1'), denied('1', 'eu-west-1')],
    names,
  );
  expect(groups.map((group) => group.where)).toEqual([
    'prod (us-east-1, eu-west-1)',
    'dev (us-east-1)',
  ]);
});

test('throttling is told once for all, with the soonest next try', () => {
  const throttled = (account: string, retryAfterMs: number) =>
    problem('throttled', 'slow', { account, region: 'us-east-1', retryAfterMs });
  const [group, ...others] = problemGroups([throttled('1', 9000), throttled('2', 4000)], names);
  expect(others).toEqual([]);
  expect(group?.where).toBe('prod (us-east-1), dev (us-east-1)');
  expect(group?.problem.retryAfterMs).toBe(4000);
  expect(group?.problem.detail).toMatch(/two look-ups a second in each of them/);
});
