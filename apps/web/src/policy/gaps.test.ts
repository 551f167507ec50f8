import type { LeastPrivilege } from '@trailglass/api';
import { expect, test } from 'vitest';
import { gapsOf } from './gaps.ts';

const nothing: LeastPrivilege = {
  policy: { Version: '2012-10-17', Statement: [] },
  size: 0,
  events: 0,
  used: 0,
  callers: { total: 0, most: [] },
  leftOut: { denied: [], byServices: 0, noCalls: 0, unmapped: [], missing: [] },
  patterns: [],
  passed: [],
  onBehalf: [],
  data: { name: 'x', version: '1' },
};
const titles = (made: LeastPrivilege): string[] => gapsOf(made).map(({ title }) => title);

test('what no event history can tell is always said', () => {
  expect(titles(nothing)).toEqual(['Data events', 'Conditions']);
});

test('what was left out is said with how often', () => {
  const unmapped = [{ eventSource: 's3.amazonaws.com', eventName: 'NoSuchThing', count: 2 }];
  const leftOut = { ...nothing.leftOut, byServices: 1, noCalls: 2, unmapped };
  const gaps = gapsOf({ ...nothing, leftOut });
  expect(gaps.find(({ title }) => title === 'Left out as well')?.says).toBe(
    '1 call by AWS services themselves; 2 events that are no call, such as sign-ins.',
  );
  const { lines } = gaps.at(-1)!;
  expect(lines).toEqual([['NoSuchThing of s3.amazonaws.com', 2]]);
});
