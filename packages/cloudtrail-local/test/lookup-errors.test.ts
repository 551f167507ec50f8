import { LookupEventsCommand, type LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { afterAll, expect, test } from 'vitest';
import { startLocal } from '../src/index.ts';
import { cloudTrail } from './clients.ts';
import { record, today } from './records.ts';
import { sign } from './sign.ts';

const local = await startLocal({ now: today, ratePerSecond: 0 });
local.add([record(), record(), record()]);
afterAll(() => local[Symbol.asyncDispose]());

const lookup = (input: object) =>
  cloudTrail(local).send(new LookupEventsCommand(input as LookupEventsCommandInput));
const attribute = (AttributeKey?: string, AttributeValue?: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

test.each([
  ['a key that is none', attribute('SourceIp', '10.0.0.1'), 'InvalidLookupAttributesException'],
  ['a key in the wrong case', attribute('UserName', 'alice'), 'InvalidLookupAttributesException'],
  [
    'a key like a member of every object',
    attribute('constructor', 'x'),
    'InvalidLookupAttributesException',
  ],
  ['no key', attribute(undefined, 'alice'), 'InvalidLookupAttributesException'],
  ['no value', attribute('Username'), 'InvalidLookupAttributesException'],
  ['2001 characters', attribute('Username', 'x'.repeat(2001)), 'InvalidLookupAttributesException'],
  [
    '1001 underscores, which count twice',
    attribute('Username', '_'.repeat(1001)),
    'InvalidLookupAttributesException',
  ],
  ['MaxResults 0', { MaxResults: 0 }, 'InvalidMaxResultsException'],
  ['MaxResults 51', { MaxResults: 51 }, 'InvalidMaxResultsException'],
  [
    'start after end',
    { StartTime: new Date(2000), EndTime: new Date(1000) },
    'InvalidTimeRangeException',
  ],
  ['another category', { EventCategory: 'Insight' }, 'InvalidEventCategoryException'],
  ['a token made up', { NextToken: 'bm90IG91cnM=' }, 'InvalidNextTokenException'],
])('%s', async (_, input, name) => {
  await expect(lookup(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});

test.each([
  ['2000 characters', attribute('Username', 'x'.repeat(2000))],
  ['1000 spaces', attribute('Username', ' '.repeat(1000))],
  ['MaxResults 50', { MaxResults: 50 }],
  ['a window of no length', { StartTime: new Date(1000), EndTime: new Date(1000) }],
])('%s is allowed', async (_, input) => {
  await expect(lookup(input)).resolves.toHaveProperty('Events');
});

test('a token belongs to the parameters, the Region and the page that made it', async () => {
  const { NextToken } = await lookup({ MaxResults: 1 });
  await expect(lookup({ MaxResults: 1, NextToken })).resolves.toHaveProperty('NextToken');
  const others = [
    { MaxResults: 2 },
    { MaxResults: 1, ...attribute('Username', 'alice') },
    { MaxResults: 1, EndTime: new Date(today) },
    { MaxResults: 1, EventCategory: 'insight' },
  ];
  for (const other of others) {
    await expect(lookup({ ...other, NextToken })).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  }
  const elsewhere = cloudTrail(local, 'eu-west-1');
  await expect(
    elsewhere.send(new LookupEventsCommand({ MaxResults: 1, NextToken })),
  ).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  const changed = `${NextToken?.startsWith('A') ? 'B' : 'A'}${NextToken?.slice(1)}`;
  await expect(lookup({ MaxResults: 1, NextToken: changed })).rejects.toMatchObject({
    name: 'InvalidNextTokenException',
  });
});

async function raw(body: string, operation = 'LookupEvents'): Promise<unknown> {
  const headers = sign({
    url: local.url,
    body,
    headers: { 'x-amz-target': `CloudTrail_20131101.${operation}` },
  });
  const response = await fetch(local.url, { method: 'POST', headers, body });
  return response.json();
}

test.each([
  '{',
  '[]',
  '{"StartTime":"2026-06-01T12:00:00Z"}',
  '{"MaxResults":"7"}',
  '{"StartTime":1e400}',
])('a body that is not the operation’s: %s', async (body) => {
  expect(await raw(body)).toMatchObject({ __type: 'SerializationException' });
});

test('null is absent, and so is a body', async () => {
  expect(await raw('{"LookupAttributes":null,"StartTime":null}')).toHaveProperty('Events');
  expect(await raw('')).toHaveProperty('Events');
});

test('an operation that is not offered', async () => {
  expect(await raw('{}', 'DeleteTrail')).toMatchObject({ __type: 'UnknownOperationException' });
});

test('two at once for each account and Region, then HTTP 400 Rate exceeded', async () => {
  // So slow that a busy machine cannot earn a third request meanwhile; the rate itself is tested beside it.
  await using limited = await startLocal({ now: today, ratePerSecond: 0.001 });
  const ask = (region?: string) => cloudTrail(limited, region).send(new LookupEventsCommand({}));
  const answers = await Promise.allSettled([ask(), ask(), ask(), ask()]);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 400 },
    });
  }
  await expect(ask('eu-west-1')).resolves.toHaveProperty('Events');
});
