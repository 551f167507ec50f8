import { expect, test } from 'vitest';
import { records, scope } from '../test/records.ts';
import { catalogue, readEvent, readFields, readRecord, recordLimits } from './index.ts';

const inner = records.runInstances;
const item = {
  EventId: inner.eventID,
  EventName: 'RunInstances',
  EventTime: new Date('2026-11-21T17:50:24Z'),
  EventSource: 'ec2.amazonaws.com',
  Username: 'kodekloud',
  AccessKeyId: 'ASIAEXAMPLEKEY000001',
  ReadOnly: 'false',
  Resources: [{ ResourceType: 'AWS::EC2::Instance', ResourceName: 'i-0123456789abcdef0' }],
  CloudTrailEvent: JSON.stringify(inner),
};
const time = Date.UTC(2026, 10, 21, 17, 50, 24);
const flaws = (changed: object) => readEvent({ ...item, ...changed }, scope).event?.flaws;

test('an item of LookupEvents is an event without flaws', () => {
  const { event } = readEvent(item, scope);
  expect(event).toMatchObject({
    eventId: inner.eventID,
    time,
    raw: item.CloudTrailEvent,
    flaws: [],
  });
  expect(event?.envelope).toEqual({
    eventName: 'RunInstances',
    eventSource: 'ec2.amazonaws.com',
    username: 'kodekloud',
    accessKeyId: 'ASIAEXAMPLEKEY000001',
    readOnly: false,
    resources: [{ type: 'AWS::EC2::Instance', name: 'i-0123456789abcdef0' }],
  });
});

test('the time as seconds on the wire, with a fraction', () => {
  expect(readEvent({ ...item, EventTime: time / 1000 }, scope).event?.time).toBe(time);
  const { event } = readEvent(
    { ...item, EventTime: time / 1000 + 0.25, CloudTrailEvent: '' },
    scope,
  );
  expect(event?.time).toBe(time + 250);
});

test.each([
  ['missing', undefined, 'LookupEvents gave no record for this event.'],
  ['not JSON', '{"eventID":', 'The record is not JSON.'],
  ['a list', '[]', 'The record is not a JSON object.'],
  ['of another event', '{"eventID":"other"}', 'The record is of another event, other.'],
  ['too deep', '['.repeat(100_000), 'The record is nested deeper than 200 levels.'],
  [
    'too large',
    ' '.repeat(recordLimits.characters + 1),
    'The record is larger than 2097152 characters.',
  ],
])('a record that is %s leaves the event that stands beside it', (_, CloudTrailEvent, flaw) => {
  const { event } = readEvent({ ...item, CloudTrailEvent }, scope);
  expect(event).toMatchObject({ eventId: inner.eventID, time, record: {}, flaws: [flaw] });
  expect(readFields(event!)).toMatchObject({ eventName: 'RunInstances', username: 'kodekloud' });
});

test('the record’s own time wins, and that is said', () => {
  const { event } = readEvent({ ...item, EventTime: time / 1000 + 60 }, scope);
  expect(event).toMatchObject({
    time,
    flaws: ['LookupEvents gave the time 2026-11-21T17:51:24Z; the record’s own is shown.'],
  });
  // The envelope has whole seconds only.
  const ms = JSON.stringify({ ...inner, eventTime: '2026-11-21T17:50:24.250Z' });
  expect(flaws({ CloudTrailEvent: ms })).toEqual([]);
});

test('another Region is said, except of sign-ins, which name their own', () => {
  const signIn = { ...records.signInFailed, eventID: inner.eventID };
  const other = JSON.stringify({ ...inner, awsRegion: 'eu-west-1' });
  expect(flaws({ CloudTrailEvent: other })).toEqual([
    'The record names the Region eu-west-1; it was found in us-east-2.',
  ]);
  expect(flaws({ CloudTrailEvent: JSON.stringify(signIn) })).toEqual([]);
});

test('without an id or a time there is no event', () => {
  expect(readEvent({ ...item, EventId: ' ', CloudTrailEvent: '{}' }, scope).fault).toBe(
    'has no usable EventId',
  );
  expect(readEvent({ EventId: 'e', EventTime: NaN }, scope).fault).toBe('has no readable time');
  expect(readEvent(null, scope).fault).toBe('has no usable EventId');
});

test('a bare record: the envelope is derived as LookupEvents would', () => {
  const { event } = readRecord(JSON.stringify(records.createUser), scope);
  expect(event).toMatchObject({ envelope: { username: 'alice', readOnly: false } });
  expect(event?.envelope.resources).toHaveLength(3);
});

test.each([
  ['{"eventTime":"2026-11-21T17:50:24Z"}', 'has no eventID'],
  ['{"eventID":"e","eventTime":"Nov 21"}', 'has no readable eventTime'],
  ['"text"', 'is not a JSON object'],
  ['{', 'is not JSON'],
  ['[[['.repeat(100), 'is nested deeper than 200 levels'],
])('a bare record that is no event: %s', (text, fault) => {
  expect(readRecord(text, scope).fault).toBe(fault);
});

test('brackets within text are not depth', () => {
  const raw = JSON.stringify({ ...inner, userAgent: '\\"[{'.repeat(500) });
  expect(readRecord(raw, scope).event?.raw).toBe(raw);
});

test('a field with a lookup attribute reads what the attribute matches', () => {
  const lookedUp = readEvent(
    { ...item, EventName: 'A', EventSource: 'B', ReadOnly: 'true' },
    scope,
  );
  const values = readFields(lookedUp.event!);
  expect(values).toMatchObject({ eventName: 'A', eventSource: 'B', readOnly: true });
  const { Username: _, ...nameless } = item;
  expect(readFields(readEvent(nameless, scope).event!).username).toBeUndefined();
  expect(catalogue.filter((row) => row.attribute).length).toBe(8);
});
