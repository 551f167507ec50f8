import { parseFilter } from '@trailglass/query';
import { expect, test, vi } from 'vitest';
import { serviceAgainstLocal, serviceWithArchive } from '../../test/against-local.ts';
import { ACCOUNT, ago, DAY, HOUR, NOW, record, REGION, SCOPE } from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';
import { Figures } from './figures.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const ARN = `arn:aws:iam::${ACCOUNT}:user/ops/alice`;
const by = (userName: string, more: object = {}) => ({
  userIdentity: { type: 'IAMUser', userName, accountId: ACCOUNT, ...more },
});
let id = 0;
const times = (count: number, secondsAgo: number, more: object) =>
  Array.from({ length: count }, (_, n) => record(++id, secondsAgo + n, { ...more }));

/** In the window of the last day, before it, and within it in another Region. */
const records = [
  ...times(41, HOUR, { ...by('alice', { arn: ARN }), readOnly: false }),
  ...times(3, 2 * HOUR, { ...by('alyce'), readOnly: false }),
  ...times(2, 3 * HOUR, { ...by('Malice'), readOnly: false }),
  ...times(4, 4 * HOUR, {
    ...by('bob'),
    eventName: 'PutObject',
    eventSource: 's3.amazonaws.com',
    readOnly: true,
    requestParameters: { bucketName: 'audit logs "2026"' },
  }),
  ...times(37, 10 * DAY, { ...by('carol'), errorCode: 'AccessDenied' }),
  ...times(12, 5 * HOUR, { ...by('dave'), awsRegion: 'us-east-1' }),
];
const window = { from: ago(DAY), to: NOW, scopes: [SCOPE] };
const asked = (q: string) => ({ ...window, filter: parseFilter(q).filter! });

async function start() {
  const { archive, service } = await serviceWithArchive({
    regions: [REGION, 'us-east-1'],
    records,
  });
  const scopes = [REGION, 'us-east-1'].map((region) => `${ACCOUNT}:${region}`);
  await framesOf(service, request({ scopes }));
  return { archive, service, why: (q: string) => service.emptiness(asked(q), never) };
}

test('a user in the wrong case: the same in the right one first, then the alike, each with its true count', async () => {
  const { why } = await start();
  expect(await why('user:Alice -error:*')).toEqual({
    held: 50,
    covered: 1,
    conditions: [
      {
        text: 'username:Alice',
        alone: 0,
        without: 50,
        rest: '-errorCode:*',
        nearest: [
          { value: 'alice', count: 41, filter: 'username:alice -errorCode:*' },
          { value: 'Malice', count: 2, filter: 'username:Malice -errorCode:*' },
          { value: 'alyce', count: 3, filter: 'username:alyce -errorCode:*' },
        ],
      },
      { text: '-errorCode:*', alone: 50, without: 0, rest: 'username:Alice', nearest: [] },
    ],
    before: { events: 0 },
    after: { events: 0 },
    lastDays: 0,
    elsewhere: [],
  });
});

test('what people write for something else: a source by its first part, an ARN or a bucket where a name belongs', async () => {
  const { why } = await start();
  const nearest = async (q: string) => (await why(q)).conditions[0]!.nearest;
  expect(await nearest('source:s3')).toEqual([
    { value: 's3.amazonaws.com', count: 4, filter: 'eventSource:s3.amazonaws.com' },
  ]);
  expect(await nearest(`user:"${ARN}"`)).toEqual([
    { value: ARN, field: 'principalArn', count: 41, filter: `principalArn:${ARN}` },
    { value: 'alice', count: 41, filter: 'username:alice' },
  ]);
  expect(await nearest(`user:${ACCOUNT}`)).toEqual([
    { value: ACCOUNT, field: 'account', count: 50, filter: `account:${ACCOUNT}` },
  ]);
  expect(await nearest('source:PutObject')).toEqual([
    { value: 'PutObject', field: 'eventName', count: 4, filter: 'eventName:PutObject' },
  ]);
  expect(await nearest('name:PutObjekt')).toEqual([
    { value: 'PutObject', count: 4, filter: 'eventName:PutObject' },
  ]);
  expect(await nearest('requestParameters.bucketName:audit')).toEqual([
    {
      value: 'audit logs "2026"',
      count: 4,
      filter: String.raw`requestParameters.bucketName:"audit logs \"2026\""`,
    },
  ]);
  for (const q of [
    'user:Al*',
    '-user:alice',
    'user:(X OR Y)',
    'ip:10.0.0.0/8',
    'readOnly:true user:bo',
  ])
    expect.soft((await why(q)).conditions[0]!.nearest, q).toEqual([]);
});

test('two conditions that each occur but never together, and a value that only the other hides', async () => {
  const { why } = await start();
  expect((await why('user:bob readOnly:false')).conditions).toEqual([
    { text: 'username:bob', alone: 4, without: 46, rest: 'readOnly:false', nearest: [] },
    { text: 'readOnly:false', alone: 46, without: 4, rest: 'username:bob', nearest: [] },
  ]);
  expect((await why('user:Bob readOnly:false')).conditions[0]!.nearest).toEqual([
    { value: 'bob', count: 4, filter: 'username:bob', only: true },
  ]);
});

test('what was asked too narrowly: the matches before the window, and those of other Regions', async () => {
  const { service, why } = await start();
  expect(await why('user:carol error:AccessDenied')).toMatchObject({
    before: { events: 37, oldest: '2026-11-10T11:59:24Z', newest: '2026-11-10T12:00:00Z' },
    after: { events: 0 },
    lastDays: 37,
    elsewhere: [],
  });
  expect(await why('user:dave')).toMatchObject({
    lastDays: 0,
    elsewhere: [{ account: ACCOUNT, region: 'us-east-1', events: 12 }],
  });
  const early = { ...asked('user:alice'), from: ago(20 * DAY), to: ago(10 * DAY) };
  expect(await service.emptiness(early, never)).toMatchObject({
    held: 37,
    before: { events: 0 },
    after: { events: 41, oldest: '2026-11-20T10:59:20Z', newest: '2026-11-20T11:00:00Z' },
    lastDays: 41,
  });
});

test('when time runs out the ways out stand without numbers; the next question has its own time; a reader who leaves ends it', async () => {
  const { archive, why } = await start();
  const places = { regions: [REGION] as never, find: () => account };
  const account = { id: ACCOUNT, name: ACCOUNT, caller: { account: ACCOUNT } } as never;
  const figures = (reasonsMs?: number) =>
    new Figures({ places, archive, now: () => NOW, ...(reasonsMs !== undefined && { reasonsMs }) });
  for (let round = 0; round < 20; round++) {
    const { conditions, lastDays } = await figures(0).emptiness(
      asked('user:Alice -error:*'),
      never,
    );
    expect(conditions).toMatchObject([
      { text: 'username:Alice', rest: '-errorCode:*', nearest: [] },
      { text: '-errorCode:*', rest: 'username:Alice', nearest: [] },
    ]);
    expect(lastDays).toBeUndefined();
  }
  expect((await why('user:Alice')).conditions[0]!.nearest[0]).toMatchObject({ count: 41 });
  const leaving = new AbortController();
  const left = figures().emptiness(asked('user:Alice'), leaving.signal);
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
});

test('without an archive there are no reasons, and that is said', async () => {
  const { service } = await serviceAgainstLocal();
  await expect(service.emptiness(asked('user:Alice'), never)).rejects.toMatchObject({
    problem: { type: 'archive-failed' },
  });
});
