import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type FaultInput, startLocal } from '../src/index.ts';
import { allEvents, cloudTrail } from './clients.ts';
import { record, today } from './records.ts';

const local = await startLocal({ now: today, ratePerSecond: 0 });
local.add([record({ eventID: 'a' }), record({ eventID: 'b' }), record({ eventID: 'c' })]);
beforeEach(() => local.setFaults([]));
afterAll(() => local[Symbol.asyncDispose]());

const ask = (input = {}, region = 'us-east-1', abortSignal = AbortSignal.timeout(5000)) =>
  cloudTrail(local, region).send(new LookupEventsCommand(input), { abortSignal });

test.each([
  ['throttle', { name: 'ThrottlingException', message: 'Rate exceeded' }],
  ['error500', { name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }],
  ['error503', { name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } }],
  ['denied', { name: 'AccessDeniedException' }],
  ['expired', { name: 'ExpiredTokenException' }],
  ['html', { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }],
  ['truncated', { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }],
  ['reset', { code: 'ECONNRESET' }],
] as const)('%s', async (kind, error) => {
  local.setFaults([{ kind }]);
  await expect(ask()).rejects.toMatchObject(error);
  expect(local.requests().at(-1)?.faults).toEqual([kind]);
});

test('html with the status of an overloaded proxy', async () => {
  local.setFaults([{ kind: 'html', status: 429 }]);
  await expect(ask()).rejects.toMatchObject({ $metadata: { httpStatusCode: 429 } });
});

test('empty200: the SDK takes it for success', async () => {
  local.setFaults([{ kind: 'empty200' }]);
  expect((await ask()).Events).toBeUndefined();
});

test.each(['silence', 'drip'] as const)('%s lasts until the client gives up', async (kind) => {
  local.setFaults([{ kind }]);
  await expect(ask({}, 'us-east-1', AbortSignal.timeout(500))).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('badtoken: the first page comes, the next does not', async () => {
  local.setFaults([{ kind: 'badtoken' }]);
  const { NextToken } = await ask({ MaxResults: 1 });
  await expect(ask({ MaxResults: 1, NextToken })).rejects.toMatchObject({
    name: 'InvalidNextTokenException',
  });
});

test('duplicate: each page has an event twice, none is missing, no page is too long', async () => {
  local.setFaults([{ kind: 'duplicate' }]);
  const page = await ask({ MaxResults: 2 });
  expect(page.Events?.map((event) => event.EventId)).toEqual(['c', 'c']);
  const events = await allEvents(cloudTrail(local), { MaxResults: 2 });
  expect(events.map((event) => event.EventId)).toEqual(['c', 'c', 'b', 'b', 'a', 'a']);
});

test('late: an event appears only some time after it happened', async () => {
  const start = Date.now();
  let real = start;
  await using fresh = await startLocal({ ratePerSecond: 0, realTime: () => real });
  fresh.add([record({ eventTime: new Date(start - 1000).toISOString() })]);
  fresh.setFaults([{ kind: 'late', seconds: 60 }]);
  real = start + 58_999;
  expect(await allEvents(cloudTrail(fresh))).toHaveLength(0);
  real = start + 59_000;
  expect(await allEvents(cloudTrail(fresh))).toHaveLength(1);
});

test('a fault keeps to its Region and its account', async () => {
  local.setFaults([
    { kind: 'denied', region: 'eu-west-1' },
    { kind: 'error500', account: '999999999999' },
  ]);
  await expect(ask({}, 'eu-west-1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(ask({}, 'us-east-1')).resolves.toHaveProperty('Events');
});

test('with a probability, the same seed gives the same failures', async () => {
  const faults: FaultInput[] = [{ kind: 'throttle', p: 0.3 }];
  const failures = async (seed: number) => {
    await using seeded = await startLocal({ seed, faults, ratePerSecond: 0 });
    for (let n = 0; n < 60; n += 1) await allEvents(cloudTrail(seeded)).catch(() => {});
    return seeded.requests().map((request) => request.error !== undefined);
  };
  const [first, again, other] = [await failures(1), await failures(1), await failures(2)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(first.filter(Boolean).length).toBeGreaterThan(5);
  expect(first.filter(Boolean).length).toBeLessThan(40);
}, 60_000);

test('PUT /_local/faults changes them from outside, checked before it counts', async () => {
  const put = (body: string) => fetch(`${local.url}/_local/faults`, { method: 'PUT', body });
  const given = '{"faults":[{"kind":"denied","p":1,"region":"eu-west-1"}]}';
  expect((await put(given)).status).toBe(200);
  await expect(ask({}, 'eu-west-1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  for (const wrong of [
    '',
    '{}',
    '{"faults":[{"kind":"fire"}]}',
    '{"faults":[{"kind":"denied","p":2}]}',
  ])
    expect((await put(wrong)).status).toBe(400);
  await expect(ask({}, 'eu-west-1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
