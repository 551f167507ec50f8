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

test('the same denial in several Regions names none of them in its words; the heading does', () => {
  const denied = (region: string, why = '') =>
    problem('access-denied', `alice may not look up for prod in ${region}${why}.`, {
      account: '1',
      region,
      policy: '{}',
    });
  const [same] = problemGroups([denied('us-east-1'), denied('eu-west-1')], names);
  expect(same?.problem.detail).toBe('alice may not look up for prod.');
  expect(same?.details).toBeUndefined();

  const scp = ', with an explicit deny in a service control policy';
  const several = [denied('us-east-1'), denied('eu-west-1', scp), denied('eu-west-2', scp)];
  const [differing, ...more] = problemGroups(several, names);
  expect(more).toEqual([]);
  expect(differing?.where).toBe('prod (us-east-1, eu-west-1, eu-west-2)');
  expect(differing?.details).toEqual([
    'prod (us-east-1): alice may not look up for prod.',
    `prod (eu-west-1, eu-west-2): alice may not look up for prod${scp}.`,
  ]);
});

test('credentials are the whole account’s, whichever Region met it first', () => {
  const expired = problem('credentials-expired', 'expired', { account: '1', region: 'us-east-1' });
  expect(problemGroups([expired], names)[0]?.where).toBe('prod');
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
