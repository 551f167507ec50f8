import { ProblemError } from '@trailglass/api';
import { everything, type Filter } from '@trailglass/query';
import { parseTime, type EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { planSearch } from './plan.ts';

const time = (text: string): EpochMs => parseTime(text) as EpochMs;
const now = time('2026-11-20T12:00:00Z');
const plan = (from: string, to: string, filter: Filter = everything) =>
  planSearch(filter, { from: time(from), to: time(to) }, now).shown;
const refusal = (from: string, to: string): string => {
  try {
    plan(from, to);
    return 'accepted';
  } catch (error) {
    return error instanceof ProblemError
      ? `${error.problem.type}: ${error.problem.detail}`
      : String(error);
  }
};
const is = (name: 'username' | 'eventName', value: string): Filter => ({
  kind: 'is',
  subject: { kind: 'field', name },
  value,
});

test('one attribute goes to AWS, never two; the rest is applied here and printed', () => {
  const filter: Filter = {
    kind: 'and',
    of: [is('eventName', 'RunInstances'), is('username', 'alice')],
  };
  const shown = plan('2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z', filter);
  expect(shown.attribute).toEqual({ key: 'Username', value: 'alice' });
  expect(shown.residual).toBe('eventName:RunInstances');
});

test('the window has whole seconds, as LookupEvents does', () => {
  expect(plan('2026-11-19T00:00:00.400Z', '2026-11-20T00:00:00.900Z')).toMatchObject({
    from: '2026-11-19T00:00:00Z',
    to: '2026-11-20T00:00:00Z',
    notices: [],
  });
});

test('U32: a start before the 90 days is moved to their edge with a notice', () => {
  const { from, notices } = plan('2026-08-01T00:00:00Z', '2026-11-20T00:00:00Z');
  expect(from).toBe('2026-08-22T12:01:00Z');
  expect(notices).toEqual([
    'Event history goes back 90 days; the search starts at 2026-08-22T12:01:00Z.',
  ]);
});

test('exactly the last 90 days are no reason for a notice', () => {
  expect(plan('2026-08-22T12:00:00Z', '2026-11-20T12:00:00Z').notices).toEqual([]);
});

test('F13: a range that cannot be searched is refused with its reason', () => {
  expect(refusal('2026-11-20T00:00:01Z', '2026-11-20T00:00:00Z')).toBe(
    'bad-request: The time range starts after it ends.',
  );
  expect(refusal('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).toMatch(
    /^bad-request: Event history goes back 90 days, to 2026-08-22T12:01:00Z/,
  );
  expect(refusal('2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z')).toMatch(
    /^bad-request: The time range starts in the future/,
  );
});
