import { request } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { startLocal } from '../src/index.ts';
import { allEvents, cloudTrail } from './clients.ts';
import { record, today } from './records.ts';

const local = await startLocal({ now: today });
afterAll(() => local[Symbol.asyncDispose]());

function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(`${local.url}${path}`, { headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('the endpoint tells what it serves', async () => {
  local.add([record(), record({ awsRegion: 'eu-west-1' }), record({ eventID: undefined })]);
  const about = JSON.parse((await get('/_local/about')).body) as { now: string };
  expect(about).toMatchObject({
    name: 'cloudtrail-local',
    samples: false,
    accounts: [{ id: '111122223333', name: 'local' }],
    regions: ['eu-west-1', 'us-east-1'],
    events: 2,
    skipped: [{ source: 'added', line: 1, reason: 'has no eventID', count: 1 }],
  });
  expect(Math.abs(Date.parse(about.now) - today)).toBeLessThan(10_000);
  expect((await get('/_local/health')).status).toBe(200);
});

test('every request to AWS is written down, with its attribute, its time and how it ended', async () => {
  const LookupAttributes = [{ AttributeKey: 'Username' as const, AttributeValue: 'alice' }];
  const [StartTime, EndTime] = [new Date(today - 3_600_000), new Date(today)];
  await allEvents(cloudTrail(local, 'eu-west-1'), { LookupAttributes, StartTime, EndTime });
  await expect(allEvents(cloudTrail(local), { MaxResults: 99 })).rejects.toThrow();
  const { requests } = JSON.parse((await get('/_local/requests')).body) as { requests: unknown[] };
  expect(requests.slice(-2)).toMatchObject([
    {
      account: '111122223333',
      region: 'eu-west-1',
      operation: 'LookupEvents',
      attribute: { key: 'Username', value: 'alice' },
      from: StartTime.toISOString(),
      to: EndTime.toISOString(),
      status: 200,
      at: expect.any(Number) as number,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    },
    { region: 'us-east-1', status: 400, error: 'InvalidMaxResultsException' },
  ]);
});

test('more records are served from the moment they are given', async () => {
  const given = JSON.stringify({ Records: [record(), record({ eventID: undefined })] });
  const { events: before } = local.about();
  const answer = await fetch(`${local.url}/_local/records`, { method: 'POST', body: given });
  expect(await answer.json()).toMatchObject({ events: before + 1 });
});

test('a page in a browser gets nothing, by whatever name it found the way here', async () => {
  expect((await get('/_local/about', { host: 'evil.example:4518' })).status).toBe(403);
  expect((await get('/_local/about', { origin: 'http://localhost:3000' })).status).toBe(403);
});

test('only this machine can be listened on', async () => {
  await expect(startLocal({ host: '0.0.0.0' })).rejects.toThrow(
    '--host 0.0.0.0 is not this machine',
  );
});

test('a port that is taken is one clear line', async () => {
  await expect(startLocal({ port: local.port })).rejects.toThrow(`Port ${local.port} is in use`);
});
