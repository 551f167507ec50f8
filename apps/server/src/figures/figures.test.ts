import { span } from '../../test/seconds.ts';
import { parseFilter } from '@trailglass/query';
import type { EpochMs } from '@trailglass/record';
import { expect, test, vi } from 'vitest';

import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import {
  type ArchiveSetting,
  serviceAgainstLocal,
  serviceWithArchive,
} from '../../test/against-local.ts';
import {
  ACCOUNT,
  ago,
  HOUR,
  NOW,
  record,
  type Record,
  REGION,
  scope,
  SCOPE,
} from '../../test/records.ts';
import { framesOf, never, request } from '../../test/searches.ts';
import { ArchiveError } from '../archive/archive-error.ts';
import { Asking } from './asking.ts';

// Each starts an endpoint, a service and a store's process.
vi.setConfig({ testTimeout: 30_000 });

const bucketNames = [
  '__proto__',
  'constructor',
  null,
  '',
  'prod',
  'Prod-2',
  { nested: 'x' },
  ['a', 'a', 'b'],
];
const agents = ['aws-cli/2', 'Boto3 Straße', 'console', undefined];

/** Everything a count can trip over, each at its own rhythm; every seventh record is one that SQL cannot look into. */
const records = Array.from({ length: 420 }, (_, n) =>
  record(n, HOUR + n * 37, {
    eventName: ['RunInstances', 'DescribeInstances', 'AssumeRole'][n % 3],
    readOnly: [true, false, undefined][n % 3],
    sourceIPAddress: ['10.1.2.3', '192.0.2.7', '2001:db8::1', 'ec2.amazonaws.com'][n % 4],
    userAgent: agents[n % agents.length],
    ...(n % 5 === 0 && { errorCode: 'AccessDenied' }),
    requestParameters: { bucketName: bucketNames[n % bucketNames.length], ['__proto__x']: n % 2 },
    ...(n % 7 === 0 && { additionalEventData: { matrix: [[n % 2]], size: 1e21 } }),
  }),
);
interface Odd extends Record {
  readonly requestParameters: { readonly bucketName: unknown };
  readonly errorCode?: string;
  readonly userAgent?: string;
  readonly readOnly?: boolean;
}
const all = records as unknown as readonly Odd[];
const bucketOf = (one: Odd): unknown => one.requestParameters.bucketName;

/** Filters, and what they mean said once more in plain words. */
const filters: readonly (readonly [string, (one: Odd) => boolean])[] = [
  ['', () => true],
  ['name:RunInstances', (one) => one['eventName'] === 'RunInstances'],
  ['-error:* -readOnly:true', (one) => one.errorCode === undefined && one.readOnly !== true],
  ['requestParameters.bucketName:__proto__', (one) => bucketOf(one) === '__proto__'],
  ['-requestParameters.bucketName:*', (one) => bucketOf(one) === null || bucketOf(one) === ''],
  ['requestParameters.bucketName:b', (one) => Array.isArray(bucketOf(one))],
  ['STRASSE OR "straße"', (one) => one.userAgent === 'Boto3 Straße'],
  ['ip:10.0.0.0/8 OR ip:2001:db8::/32', (one) => /^(10|2001)/.test(String(one['sourceIPAddress']))],
  ['additionalEventData.matrix:1', (one) => JSON.stringify(one).includes('[[1]]')],
  [
    '-(name:Describe* OR agent:aws-cli/2)',
    (one) => one['eventName'] !== 'DescribeInstances' && one.userAgent !== 'aws-cli/2',
  ],
];
const window = { from: ago(24 * HOUR), to: ago(HOUR), scopes: [SCOPE] };
const asked = (q: string) => {
  const { filter, problem } = parseFilter(q);
  if (problem) throw new Error(`${q}: ${problem.reason}`);
  return { ...window, filter };
};

async function start(setting: ArchiveSetting = {}) {
  const { archive, service, local } = await serviceWithArchive({
    records,
    ...setting,
  });
  const readAll = () => framesOf(service, request({ ...window, limit: 1000 }));
  return { archive, service, local, readAll };
}

test('counts are those of a count by hand, for filters that SQL knows and for those it does not', async () => {
  const { service, readAll } = await start();
  await readAll();
  for (const [q, matches] of filters) {
    const wanted = all.filter(matches);
    const histogram = await service.histogram({ ...asked(q), buckets: 100 }, never);
    const buckets = new Map<number, { reads: number; writes: number; errors: number }>();
    for (const { eventTime, errorCode, readOnly } of wanted) {
      const at = Math.floor(Date.parse(eventTime) / 900_000) * 900_000;
      const bucket = buckets.get(at) ?? { reads: 0, writes: 0, errors: 0 };
      buckets.set(at, bucket);
      bucket[errorCode !== undefined ? 'errors' : readOnly === false ? 'writes' : 'reads'] += 1;
    }
    expect.soft(histogram, q).toEqual({
      from: '2026-11-19T12:00:00Z',
      to: '2026-11-20T11:00:00Z',
      bucketSeconds: 900,
      buckets: [...buckets]
        .toSorted(([a], [b]) => a - b)
        .map(([at, counts]) => ({
          at: new Date(at).toISOString().replace('.000Z', 'Z'),
          ...counts,
        })),
      matched: wanted.length,
      covered: 1,
    });
    const fields = ['userAgent', 'requestParameters.bucketName'];
    const { matched, facets } = await service.facets({ ...asked(q), fields, limit: 200 }, never);
    expect.soft(matched, q).toBe(wanted.length);
    expect.soft(facets[0], q).toEqual(facetOf('userAgent', wanted, ({ userAgent }) => userAgent));
    expect.soft(facets[1], q).toEqual(facetOf(fields[1]!, wanted, bucketOf));
  }
});

function facetOf(subject: string, events: readonly Odd[], read: (one: Odd) => unknown) {
  const counts = new Map<string, number>();
  let without = 0;
  for (const one of events) {
    const value = read(one);
    if (value === undefined || value === null || value === '') without += 1;
    const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    for (const text of new Set(texts.filter((each) => each !== '') as string[]))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const values = [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { subject, values, distinct: values.length, without };
}

test('facets: limited, searched over all values in any case; lists by item, times and flags as they are shown', async () => {
  const { service, readAll } = await start();
  await readAll();
  const ask = async (fields: string[], more: { search?: string; limit?: number } = {}) =>
    (await service.facets({ ...asked(''), fields, limit: 10, ...more }, never)).facets;
  const [found] = await ask(['requestParameters.bucketName'], { search: 'PROD', limit: 1 });
  expect(found).toMatchObject({ values: [{ value: 'Prod-2' }], distinct: 2 });
  expect(found!.without).toBe(
    all.filter((one) => [null, ''].includes(bucketOf(one) as null)).length,
  );
  expect(await ask(['eventTime', 'readOnly', 'readonly'], { limit: 1 })).toEqual([
    {
      subject: 'eventTime',
      values: [{ value: records.at(-1)!.eventTime, count: 1 }],
      distinct: 420,
      without: 0,
    },
    { subject: 'readOnly', values: [{ value: 'false', count: 140 }], distinct: 2, without: 140 },
    { subject: 'readonly', values: [{ value: 'false', count: 140 }], distinct: 2, without: 140 },
  ]);
  expect(await ask(['requestParameters.__proto__x'])).toEqual([
    {
      subject: 'requestParameters.__proto__x',
      values: [
        { value: '0', count: 210 },
        { value: '1', count: 210 },
      ],
      distinct: 2,
      without: 0,
    },
  ]);
  await expect(ask(['nonsense'])).rejects.toMatchObject({ problem: { type: 'bad-request' } });
});

test('a range read up to a minute ago is covered: nothing of that minute is at AWS yet', async () => {
  const { service } = await start();
  const share = async () =>
    (await service.histogram({ ...asked(''), from: ago(HOUR), to: NOW, buckets: 100 }, never))
      .covered;
  await framesOf(service, request({ from: ago(HOUR), to: ago(90), limit: 1000 }));
  expect(await share()).toBeCloseTo(1 - 30 / (HOUR - 60), 3);
  await framesOf(service, request({ from: ago(HOUR), to: ago(59), limit: 1000 }));
  expect(await share()).toBe(1);
});

test('covered says how much was read for this filter; the newest quarter of an hour is provisional', async () => {
  const { service, readAll } = await start();
  const share = async (q: string, more: object = {}) =>
    (await service.histogram({ ...asked(q), buckets: 100, ...more }, never)).covered;
  expect(await share('')).toBe(0);
  await framesOf(service, request({ ...asked('name:AssumeRole') }));
  expect([
    await share('name:AssumeRole error:*'),
    await share('name:AssumeRole'),
    await share(''),
  ]).toEqual([1, 1, 0]);
  await readAll();
  expect(await share('')).toBe(1);
  expect(await share('', { from: ago(47 * HOUR) })).toBeCloseTo(0.5, 3);
  await framesOf(service, request({ from: ago(HOUR - 1), to: NOW }));
  const { scopes } = await service.coverage(
    { ...asked(''), to: (NOW + 3_600_000) as EpochMs },
    never,
  );
  expect(scopes).toEqual([
    {
      account: ACCOUNT,
      region: REGION,
      intervals: [
        {
          from: '2026-11-19T12:00:00Z',
          to: expect.stringMatching(/^2026-11-20T11:45:/),
          state: 'read',
        },
        {
          from: expect.stringMatching(/^2026-11-20T11:45:/),
          to: expect.stringMatching(/^2026-11-20T12:00:/),
          state: 'provisional',
        },
      ],
    },
  ]);
});

test('the archive tells where it is and what it holds; without one nothing can be counted', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const { service, readAll } = await start({ archive });
  expect(await service.archive(never)).toMatchObject({
    folder,
    state: 'open',
    events: 0,
    scopes: [],
  });
  await readAll();
  expect(await service.archive(never)).toEqual({
    folder,
    state: 'open',
    bytes: expect.any(Number),
    events: 420,
    scopes: [
      {
        account: ACCOUNT,
        region: REGION,
        events: 420,
        oldest: records.at(-1)!.eventTime,
        newest: records[0]!.eventTime,
      },
    ],
  });
  process.kill(archive.storePid()!, 'SIGKILL');
  const histogram = () => service.histogram({ ...asked(''), buckets: 10 }, never);
  await expect(histogram()).rejects.toMatchObject({ problem: { type: 'archive-failed' } });
  expect(await service.archive(never)).toMatchObject({
    state: 'failed',
    problem: { type: 'archive-failed' },
  });
  const { service: without } = await serviceAgainstLocal();
  expect(await without.archive(never)).toEqual({ state: 'off', bytes: 0, events: 0, scopes: [] });
  await expect(without.coverage(asked(''), never)).rejects.toMatchObject({
    problem: { type: 'archive-failed' },
  });
});

test('a scope that is not there is a problem; a count that is given up ends, and the next one counts', async () => {
  const { service, readAll } = await start();
  await readAll();
  const ask = (signal: AbortSignal, scopes = window.scopes) =>
    service.histogram({ ...asked('-requestParameters.bucketName:x'), scopes, buckets: 10 }, signal);
  await expect(ask(never, [`${ACCOUNT}:mars-1`])).rejects.toMatchObject({
    problem: { type: 'unknown-scope' },
  });
  const leaving = new AbortController();
  const given = Array.from({ length: 8 }, () => ask(leaving.signal));
  const last = ask(never);
  leaving.abort(new Error('left'));
  for (const result of await Promise.allSettled(given))
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'left' } });
  expect((await last).matched).toBe(420);
});

/** Letters in no order, in which a pattern with many single wildcards has much to try at each place. */
function noise(length: number): string {
  let state = 1;
  const next = (): string => ((state = (state * 48_271) % 2_147_483_647) & 1024 ? 'a' : 'b');
  return Array.from({ length }, next).join('');
}

test('a count that takes too long is stopped while it runs, and says what to do', async () => {
  const slow = Array.from({ length: 10 }, (_, n) =>
    record(n, HOUR + n, { userAgent: noise(80_000) }),
  );
  const { archive, readAll } = await start({ records: slow });
  await readAll();
  // As slow as one value may be, and many of them.
  const values = Array.from({ length: 40 }, (_, n) => `*a${'?'.repeat(12)}${n}c*`);
  const { filter } = asked(`agent:(${values.join(' OR ')})`);
  const about = { scopes: [scope], ...span(0, NOW / 1000), filter, bucketSeconds: HOUR };
  const count = new Asking(archive, 100).count((one, until) => one.histogram(about, until), never);
  await expect(count).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringContaining('shorter time range') },
  });
});

test('a count that needs more room than it may have says what to do, in words of ours', async () => {
  const { archive } = await start({ records: [] });
  const full = () =>
    Promise.reject(new ArchiveError('Out of Memory Error: failed to offload data block'));
  await expect(new Asking(archive).count(full, never)).rejects.toMatchObject({
    problem: { type: 'archive-failed', detail: expect.stringMatching(/^Counting .* more memory/) },
  });
});
