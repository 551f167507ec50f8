import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { expect, test } from 'vitest';
import { startLocal } from '../src/index.ts';
import { allEvents, cloudTrail } from './clients.ts';
import { record, today } from './records.ts';

const open = (options = {}) => startLocal({ now: today, ratePerSecond: 0, ...options });
const ids = (events: readonly { EventId?: string | undefined }[]) => events.map((e) => e.EventId);

test('an event comes with everything AWS says beside its record, and the record as it was written', async () => {
  await using local = await open();
  // Digits beyond a double, and spaces: what no printer would give back.
  const text = `{ "eventVersion": "1.11", "userIdentity": {"type": "IAMUser", "userName": "alice", "accessKeyId": "AKIAIOSFODNN7EXAMPLE"},
    "eventTime": "2026-06-01T12:00:00Z", "eventSource": "iam.amazonaws.com", "eventName": "DeleteUser", "awsRegion": "us-east-1",
    "readOnly": false, "eventID": "one", "requestParameters": {"userName": "mallory", "n": 9007199254740993} }`;
  local.add([text]);
  const [event, ...more] = await allEvents(cloudTrail(local));
  expect(more).toEqual([]);
  expect(event).toEqual({
    EventId: 'one',
    EventName: 'DeleteUser',
    EventSource: 'iam.amazonaws.com',
    EventTime: new Date('2026-06-01T12:00:00Z'),
    ReadOnly: 'false',
    Username: 'alice',
    AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    Resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'mallory' }],
    CloudTrailEvent: text,
  });
});

test('members without a value are absent', async () => {
  await using local = await open();
  local.add([
    record({
      eventID: 'service',
      userIdentity: { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' },
      readOnly: undefined,
    }),
  ]);
  const [event] = await allEvents(cloudTrail(local));
  expect(Object.keys(event ?? {}).sort()).toEqual(
    ['CloudTrailEvent', 'EventId', 'EventName', 'EventSource', 'EventTime', 'Resources'].sort(),
  );
});

const wanted = record({
  eventID: 'wanted',
  eventName: 'CreateUser',
  eventSource: 'iam.amazonaws.com',
  readOnly: false,
  userIdentity: { type: 'Root', accessKeyId: 'ASIAIOSFODNN7EXAMPLE' },
  requestParameters: { userName: 'Mallory' },
});

test.each([
  ['EventId', 'wanted'],
  ['EventName', 'CreateUser'],
  ['EventSource', 'iam.amazonaws.com'],
  ['ReadOnly', 'false'],
  ['Username', 'root'],
  ['AccessKeyId', 'ASIAIOSFODNN7EXAMPLE'],
  ['ResourceType', 'AWS::IAM::User'],
  ['ResourceName', 'Mallory'],
] as const)('%s finds its exact value, in exactly that case', async (AttributeKey, value) => {
  await using local = await open();
  local.add([record(), record()]);
  const client = cloudTrail(local);
  const having = (AttributeValue: string) =>
    allEvents(client, { LookupAttributes: [{ AttributeKey, AttributeValue }] });
  // Asked once before the event is there: what is indexed then must take in what arrives later.
  expect(await having(value)).toEqual([]);
  local.add([wanted]);
  expect(ids(await having(value))).toEqual(['wanted']);
  expect(
    await having(value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()),
  ).toEqual([]);
  expect(await having(value.slice(0, -1))).toEqual([]);
});

test('of two attributes the first counts; the strict endpoint refuses them', async () => {
  const LookupAttributes = [
    { AttributeKey: 'EventName' as const, AttributeValue: 'CreateUser' },
    { AttributeKey: 'Username' as const, AttributeValue: 'nobody' },
  ];
  await using local = await open();
  local.add([record(), wanted]);
  expect(ids(await allEvents(cloudTrail(local), { LookupAttributes }))).toEqual(['wanted']);
  await using strict = await open({ strictAttributes: true });
  await expect(allEvents(cloudTrail(strict), { LookupAttributes })).rejects.toMatchObject({
    name: 'InvalidLookupAttributesException',
  });
});

test('both ends of a time window belong to it, fractions included', async () => {
  await using local = await open();
  const at = (eventID: string, time: string) => record({ eventID, eventTime: time });
  local.add([
    at('a', '2026-06-01T12:00:00Z'),
    at('b', '2026-06-01T12:00:00.5Z'),
    at('c', '2026-06-01T12:00:01Z'),
  ]);
  const client = cloudTrail(local);
  const between = async (start: string, end: string) =>
    ids(await allEvents(client, { StartTime: new Date(start), EndTime: new Date(end) }));
  expect(await between('2026-06-01T12:00:00Z', '2026-06-01T12:00:01Z')).toEqual(['c', 'b', 'a']);
  expect(await between('2026-06-01T12:00:00.001Z', '2026-06-01T12:00:00.999Z')).toEqual(['b']);
  expect(await between('2026-06-01T12:00:00.5Z', '2026-06-01T12:00:00.5Z')).toEqual(['b']);
});

test('event history reaches 90 days back from today, and not into the future', async () => {
  await using local = await open();
  const at = (eventID: string, time: number) =>
    record({ eventID, eventTime: new Date(time).toISOString() });
  const day = 86_400_000;
  local.add([
    at('gone', today - 90 * day - 1000),
    at('oldest', today - 90 * day + 60_000),
    at('newest', today - 1000),
    at('to come', today + 3_600_000),
  ]);
  expect(ids(await allEvents(cloudTrail(local)))).toEqual(['newest', 'oldest']);
  const old = { StartTime: new Date(today - 200 * day), EndTime: new Date(today - 100 * day) };
  expect(await allEvents(cloudTrail(local), old)).toEqual([]);
});

test('pages of 50 by default, newest first, and nothing shifts when events arrive between them', async () => {
  await using local = await open();
  const seconds = (n: number) => new Date(today - n * 1000).toISOString();
  // Three events to a second, so that pages end in the middle of one.
  const names = Array.from({ length: 120 }, (_, n) => `e${String(n).padStart(3, '0')}`);
  local.add(
    names.map((eventID, n) => record({ eventID, eventTime: seconds(60 + Math.floor(n / 3)) })),
  );
  const client = cloudTrail(local);
  const first = await client.send(new LookupEventsCommand({}));
  expect(first.Events).toHaveLength(50);
  local.add([record({ eventID: 'new', eventTime: seconds(1) })]);
  const second = await client.send(new LookupEventsCommand({ NextToken: first.NextToken }));
  const third = await client.send(new LookupEventsCommand({ NextToken: second.NextToken }));
  expect(third.NextToken).toBeUndefined();
  const events = [first, second, third].flatMap((page) => page.Events ?? []);
  expect(new Set(ids(events))).toEqual(new Set(names));
  expect(events).toHaveLength(120);
  const times = events.map((event) => event.EventTime?.getTime() ?? 0);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  // The same token again gives the same page.
  const again = await client.send(new LookupEventsCommand({ NextToken: first.NextToken }));
  expect(ids(again.Events ?? [])).toEqual(ids(second.Events ?? []));
});

test('Insights events come only when asked for, by the attributes that they have', async () => {
  await using local = await open();
  const insight = record({
    eventID: 'insight',
    eventType: 'AwsCloudTrailInsight',
    eventCategory: 'Insight',
    eventName: undefined,
    eventSource: undefined,
    insightDetails: { state: 'Start', eventName: 'RunInstances', eventSource: 'ec2.amazonaws.com' },
  });
  local.add([record({ eventID: 'plain' }), insight]);
  const client = cloudTrail(local);
  expect(ids(await allEvents(client))).toEqual(['plain']);
  expect(await allEvents(client, { EventCategory: 'insight' })).toMatchObject([
    { EventId: 'insight', EventName: 'RunInstances', EventSource: 'ec2.amazonaws.com' },
  ]);
  const LookupAttributes = [{ AttributeKey: 'Username' as const, AttributeValue: 'alice' }];
  await expect(
    allEvents(client, { EventCategory: 'insight', LookupAttributes }),
  ).rejects.toMatchObject({ name: 'InvalidLookupAttributesException' });
});

test('each Region has its own events', async () => {
  await using local = await open();
  local.add([record({ eventID: 'here', awsRegion: 'eu-west-1' }), record({ eventID: 'there' })]);
  expect(ids(await allEvents(cloudTrail(local, 'eu-west-1')))).toEqual(['here']);
  expect(ids(await allEvents(cloudTrail(local, 'us-east-1')))).toEqual(['there']);
  expect(await allEvents(cloudTrail(local, 'sa-east-1'))).toEqual([]);
});
