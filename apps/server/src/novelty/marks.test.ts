import { type EpochMs, moved, msOf } from '@trailglass/record';
import { second, span } from '../../test/seconds.ts';
import { expect, test } from 'vitest';
import type { NoveltySubject, Seen } from '../archive/protocol/novelty.ts';
import { baselineOf } from './baseline.ts';
import { marksOf } from './marks.ts';

const DAY = 86_400;
const when = second(1_795_000_000);
const before = (days: number): EpochMs => moved(msOf(when), -days * DAY * 1000);
const subject: NoveltySubject = {
  n: 0,
  who: { kind: 'arn', value: 'arn:aws:iam::111122223333:user/alice' },
  source: 'ec2.amazonaws.com',
  time: msOf(when),
  api: 'ec2.amazonaws.com:RunInstances',
  region: 'eu-west-1',
  network: '203.0.113.0/24',
  agent: 'aws-cli',
};
const often = { events: 300, last: moved(msOf(when), -1), distinct: 3 };
const usual: Seen = {
  events: 400,
  first: before(20),
  api: often,
  region: often,
  network: often,
  agent: often,
};
const kinds = (seen: Partial<Seen>, more: Partial<NoveltySubject> = {}) =>
  marksOf({ ...subject, ...more }, { ...usual, ...seen }, 'everything').map(
    ({ kind, of }) => `${kind} ${of}`,
  );
const never = { events: 0, distinct: 3 };
const ago = (events: number, days: number) => ({
  events,
  last: before(days),
  distinct: 3,
});

test('new is what was never seen, rare what was seen three times in four hundred, long ago', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ region: never, api: never })).toEqual(['new api', 'new region']);
  expect(kinds({ api: ago(3, 1) })).toEqual(['rare api']);
  expect(kinds({ api: ago(4, 9) })).toEqual([]);
  // The rest of the burst that the first one was marked in.
  expect(kinds({ api: ago(3, 0.9) })).toEqual([]);
  expect(kinds({ api: ago(3, 9), events: 299 })).toEqual([]);
});

test('somebody hardly known does much that is new, which is no news', () => {
  expect(kinds({ events: 19, api: never })).toEqual([]);
  expect(kinds({ first: before(0.9), api: never })).toEqual([]);
  expect(kinds({ events: 400, api: { events: 0, distinct: 101 } })).toEqual([]);
  expect(kinds({ network: { events: 0, distinct: 17 } })).toEqual([]);
});

test('the Region of a global service says nothing of the caller, nor does a service that names itself twice', () => {
  expect(kinds({ region: never }, { source: 'iam.amazonaws.com' })).toEqual([]);
  const service = 'cloudformation.amazonaws.com';
  const both = { network: never, agent: never };
  expect(kinds(both, { network: service, agent: service })).toEqual(['new network']);
  expect(kinds({ api: never }, { api: undefined })).toEqual([]);
});

test('all calls of an API tell of that API alone; nothing read tells nothing', () => {
  const seen = { ...usual, api: never, region: never };
  expect(marksOf(subject, seen, 'api').map(({ of }) => of)).toEqual(['api']);
  expect(marksOf(subject, { ...usual, events: 0 }, 'api')).toEqual([]);
  expect(marksOf(subject, seen, undefined)).toEqual([]);
});

test('the baseline goes back as far as was read without a gap, for thirty days, and not at all below a week', () => {
  const read = (...days: readonly [number, number][]) =>
    baselineOf(
      {
        settled: days.map(([from, to]) => span(when - from * DAY, when - to * DAY)),
        provisional: [],
      },
      when,
    );
  expect(read([90, 0])).toEqual({ from: when - 30 * DAY, to: when - 1 });
  expect(read([12, 0])).toEqual({ from: when - 12 * DAY, to: when - 1 });
  expect(read([90, 9], [8, 0])).toEqual({ from: when - 8 * DAY, to: when - 1 });
  expect(read([90, 7], [6, 0])).toBeUndefined();
  // The last hour before it was not read.
  expect(read([90, 1 / 24])).toBeUndefined();
  const seconds = span(when - 9 * DAY, when - 900);
  const latest = span(when - 899, when);
  expect(baselineOf({ settled: [seconds], provisional: [latest] }, when)).toEqual({
    from: when - 9 * DAY,
    to: when - 1,
  });
});
