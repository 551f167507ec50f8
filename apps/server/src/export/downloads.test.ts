import { claim } from '../../test/seconds.ts';
import { parseFilter } from '@trailglass/query';
import { type EpochMs, readEvent } from '@trailglass/record';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { archiveIn } from '../../test/against-archive.ts';
import { serviceAgainstLocal, type Setting } from '../../test/against-local.ts';
import { ACCOUNT, NOW, record, scope } from '../../test/records.ts';
import { ask, downloaded } from '../../test/downloaded.ts';
import type { Service } from '../service.types.ts';
import type { DownloadRequest } from './download.ts';
import { timeGiven } from '../../test/time-given.ts';

const memory = () => archiveIn({ kind: 'memory' });
async function textOf(service: Service, asked: DownloadRequest) {
  const { bytes, ...rest } = await downloaded(service, asked);
  return { text: bytes.toString(), ...rest };
}

const drained = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    for await (const _ of bytes);
  } catch {
    // How it ended is what the test asks.
  }
};

const regions = ['eu-west-1', 'us-east-1', 'us-east-2'];
const spread = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    record(n, n * 37, { awsRegion: regions[n % 3], userAgent: n % 5 === 0 ? '=cmd()' : 'aws-cli' }),
  );
const everyScope = regions.map((region) => `${ACCOUNT}:${region}`);
const setting = async (more: Setting = {}): Promise<Setting> => ({
  regions,
  archive: await memory(),
  ...more,
});

test('JSON and NDJSON hold every record of every scope, newest first, exact to the byte', async () => {
  const records = spread(400);
  const { service } = await serviceAgainstLocal(await setting({ records }));
  const { text, end } = await textOf(service, ask({ scopes: everyScope }));
  expect(text).toBe(`{"Records":[${records.map((one) => JSON.stringify(one)).join(',')}]}`);
  expect(end).toMatchObject({ state: 'done', complete: true, events: 400, problems: [] });
  expect(end.bytes).toBe(Buffer.byteLength(text));
  expect(end.readTo).toBe('2026-10-21T12:00:00Z');
  // Now out of the archive.
  const again = await textOf(service, ask({ scopes: everyScope, format: 'ndjson' }));
  expect(again.text).toBe(records.map((one) => `${JSON.stringify(one)}\n`).join(''));
});

test('what matches is what the page lists, more than a page of it', async () => {
  const { service } = await serviceAgainstLocal(await setting({ records: spread(900) }));
  const { filter } = parseFilter('agent:"=cmd()"');
  const { end } = await textOf(service, ask({ scopes: everyScope, filter }));
  expect(end).toMatchObject({ state: 'done', events: 180 });
});

test('a CSV has exactly the console’s sixteen columns in its order', async () => {
  const resources = [{ ARN: 'arn:aws:s3:::b', type: 'AWS::S3::Bucket' }];
  const records = [record(1, 60, { userAgent: '=1+1', resources, requestID: 'r,1' })];
  const { service } = await serviceAgainstLocal(await setting({ records }));
  const { text, fileName } = await textOf(service, ask({ format: 'console-csv' }));
  const [head, line] = text.split('\r\n');
  expect(head).toBe(
    'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category',
  );
  expect(line).toMatch(
    /^alice,,2026-11-20T11:59:00Z,ec2.amazonaws.com,DescribeInstances,eu-west-1,,'=1\+1,,(\[\]|"\[.*\]"),"r,1",00000000-0000-4000-8000-000000000001,true,AwsApiCall,111122223333,$/,
  );
  expect(fileName).toBe(
    'cloudtrail-111122223333-eu-west-1-20261021T120000Z-20261120T120000Z-events.csv',
  );
});

test('a CSV of other columns has these, fields and paths, and refuses what is none', async () => {
  const records = [record(1, 60, { requestParameters: { bucketName: 'b-1', n: 12 } })];
  const { service } = await serviceAgainstLocal(await setting({ records }));
  const columns = ['eventName', 'requestParameters.bucketName', 'requestParameters.n'];
  const { text } = await textOf(service, ask({ format: 'csv', columns }));
  expect(text).toBe(
    'Event name,requestParameters.bucketName,requestParameters.n\r\nDescribeInstances,b-1,12\r\n',
  );
  expect(() => service.downloads.create(ask({ format: 'csv', columns: ['nonsense'] }))).toThrow(
    'There is no column “nonsense” to download.',
  );
});

test('what cannot be read is said, in the file too, and what is known below it is there', async () => {
  const archive = await memory();
  const records = spread(120);
  const { service, local } = await serviceAgainstLocal(await setting({ records, archive }));
  const known = { from: (NOW - 86_400_000) as typeof NOW, to: (NOW - 3_600_000) as typeof NOW };
  const before = await textOf(service, ask({ scopes: everyScope, ...known }));
  local.setFaults([{ kind: 'denied' }]);
  const { text, end } = await textOf(service, ask({ scopes: everyScope }));
  expect(end).toMatchObject({ state: 'failed', complete: false, events: before.end.events });
  expect(end.problems[0]).toMatchObject({ type: 'access-denied' });
  const file = JSON.parse(text) as { Records: unknown[]; Incomplete: { completeFrom: string } };
  expect(file.Records).toHaveLength(before.end.events);
  expect(file.Incomplete).toMatchObject({
    completeFrom: '2026-11-20T12:00:00Z',
    problems: everyScope.map(() => expect.objectContaining({ type: 'access-denied' })),
  });
});

test('a record’s own text is kept, on one line; what is no record is left out and said, and a CSV has it', async () => {
  const archive = await memory();
  const { service } = await serviceAgainstLocal(await setting({ archive }));
  const odd = (id: number, text: (json: string) => string) => {
    const { eventID, eventTime } = record(id, 36_000 + id);
    const item = {
      EventId: eventID,
      EventTime: new Date(eventTime),
      EventName: 'RunInstances',
      CloudTrailEvent: text(JSON.stringify(record(id, 36_000 + id))),
    };
    return { event: readEvent(item, scope).event!, at: Date.parse(eventTime) as EpochMs };
  };
  const spaced = odd(1, (json) =>
    json.replace('{', '{ "n" : 1.0e2, "half": "\ud800", "u":"\\u00e9",'),
  );
  const broken = odd(2, (json) => json.slice(1));
  const lines = odd(3, (json) => json.replace('{', '{\n\t'));
  const window = { from: NOW - 86_400_000, to: NOW - 3_600_000 } as {
    from: EpochMs;
    to: EpochMs;
  };
  await archive.write(scope, [spaced, broken, lines], {
    ...claim(window.from / 1000, window.to / 1000, NOW / 1000),
    kind: '',
  });
  const { text, end } = await textOf(service, ask({ ...window, format: 'ndjson' }));
  expect(text).toBe(
    `${spaced.event.raw.replace('\ud800', '\\ud800')}\n${lines.event.raw.replace('\n', ' ')}\n`,
  );
  expect(end).toMatchObject({ state: 'failed', complete: false, events: 3 });
  expect(end.problems[0]?.detail).toContain('One event has no readable record');
  const csv = await textOf(service, ask({ ...window, format: 'csv', columns: ['eventId'] }));
  expect(csv.text.split('\r\n')).toHaveLength(3 + 2);
  expect(csv.end).toMatchObject({ state: 'done', complete: true });
});

test('a ticket is used once, and closing the connection or cancelling ends everything within a second', async () => {
  const { service, local } = await serviceAgainstLocal(await setting({ records: spread(2_000) }));
  for (const how of ['closes', 'cancels'] as const) {
    const { id, ticket } = service.downloads.create(
      ask({ scopes: [everyScope[how === 'closes' ? 0 : 1]!] }),
    );
    const closed = new AbortController();
    const bytes = service.downloads.fetch(ticket).bytes(closed.signal);
    await bytes.next();
    expect(() => service.downloads.fetch(ticket)).toThrow('fetched already');
    expect(service.downloads.shown(id).state).toBe('running');
    const ended = drained(bytes);
    const begun = timeGiven();
    if (how === 'closes') closed.abort();
    else service.downloads.cancel(id);
    await ended;
    expect(begun()).toBeLessThan(1_000);
    expect(service.downloads.shown(id)).toMatchObject({ state: 'cancelled', complete: false });
    const calls = local.requests().length;
    await sleep(1_200);
    expect(local.requests().length).toBe(calls);
  }
});

test('an unknown scope and an impossible window are refused at once', async () => {
  const { service } = await serviceAgainstLocal(await setting());
  expect(() => service.downloads.create(ask({ scopes: ['1:eu-west-1'] }))).toThrow('no account');
  expect(() => service.downloads.create(ask({ to: 0 as typeof NOW }))).toThrow('starts after');
});

test('chosen events are a file of their own: each once, newest first, as AWS gave them; what is not there is said', async () => {
  const { service } = await serviceAgainstLocal(await setting({ records: spread(60) }));
  const at = (n: number) => {
    const { eventID, eventTime } = spread(60)[n]!;
    const [region, time] = [regions[n % 3]!, Date.parse(eventTime) as EpochMs];
    return { account: ACCOUNT, region, eventId: eventID, time };
  };
  const events = [at(40), at(2), at(40), at(31)];
  const { text, end } = await textOf(service, { events, format: 'ndjson' });
  expect(text).toBe([2, 31, 40].map((n) => `${JSON.stringify(spread(60)[n])}\n`).join(''));
  expect(end).toMatchObject({ state: 'done', complete: true, selected: 3, events: 3 });

  const gone = { ...at(1), eventId: 'never-was' };
  const some = await textOf(service, { events: [at(5), gone], format: 'json' });
  expect(JSON.parse(some.text)).toMatchObject({ Records: [spread(60)[5]], Incomplete: {} });
  expect(some.end).toMatchObject({ state: 'failed', complete: false, selected: 2, events: 1 });
  expect(some.end.problems.map(({ detail }) => detail)).toEqual([
    'Neither the archive nor AWS has 1 of the 2 selected events: never-was.',
  ]);
});
