import { setTimeout as sleep } from 'node:timers/promises';
import { everything } from '@trailglass/query';
import { expect, test } from 'vitest';
import { serviceAgainstLocal } from '../../test/against-local.ts';
import { ACCOUNT, record } from '../../test/records.ts';
import { endOf, framesOf, idsOf, ofType, request } from '../../test/searches.ts';
import { timeGiven } from '../../test/time-given.ts';

const regions = ['eu-west-1', 'us-east-1', 'ap-south-1', 'sa-east-1', 'ca-central-1'];
const scopes = regions.map((region) => `${ACCOUNT}:${region}`);
const everywhere = regions.map((awsRegion, n) => record(n, 60 * (n + 1), { awsRegion }));

test('U21: denied in one Region of five, four work and the fifth is named', async () => {
  const { service, local } = await serviceAgainstLocal({ regions, records: everywhere });
  local.setFaults([{ kind: 'denied', region: 'sa-east-1' }]);
  const frames = await framesOf(service, request({ scopes }));
  expect(idsOf(frames).toSorted()).toEqual(
    everywhere.filter((r) => r['awsRegion'] !== 'sa-east-1').map((r) => r.eventID),
  );
  expect(ofType(frames, 'problem').map(({ problem }) => problem)).toMatchObject([
    { type: 'access-denied', account: ACCOUNT, region: 'sa-east-1' },
  ]);
  const states = ofType(frames, 'progress')
    .at(-1)
    ?.scopes.map((s) => `${s.region} ${s.state}`);
  expect(states?.toSorted()).toEqual([
    'ap-south-1 complete',
    'ca-central-1 complete',
    'eu-west-1 complete',
    'sa-east-1 failed',
    'us-east-1 complete',
  ]);
  expect(endOf(frames)).toMatchObject({ complete: false, matched: 4 });
});

test('what failed is read when the search goes on after it was mended, and nothing else again', async () => {
  const { service, local } = await serviceAgainstLocal({ regions, records: everywhere });
  local.setFaults([{ kind: 'denied', region: 'sa-east-1' }]);
  const first = await framesOf(service, request({ scopes }));
  local.setFaults([]);
  const before = local.requests().length;
  const rest = await framesOf(service, request({ scopes, cursor: endOf(first).next! }));
  expect(idsOf(rest)).toEqual([everywhere[3]!.eventID]);
  expect(endOf(rest)).toEqual({ type: 'end', complete: true, matched: 1 });
  expect(local.requests().length - before).toBe(1);
});

test('five Regions take no longer than one: each has its own pace', async () => {
  const records = regions.flatMap((awsRegion, r) =>
    Array.from({ length: 150 }, (_, n) => record(r * 1000 + n, n * 60, { awsRegion })),
  );
  const { service, local } = await serviceAgainstLocal({ regions, records });
  const started = timeGiven();
  expect(endOf(await framesOf(service, request({ scopes }))).complete).toBe(true);
  // Three pages: two at once, the third a second later.
  expect(started()).toBeLessThan(2_000);
  expect(local.requests().filter((r) => r.error !== undefined)).toEqual([]);
});

test('a scope that is not here, and a filter, window or cursor that is wrong, are refused before the first frame', async () => {
  const { service } = await serviceAgainstLocal({ regions });
  const refused = async (more: Parameters<typeof request>[0]): Promise<string> => {
    try {
      await framesOf(service, request(more));
      return 'accepted';
    } catch (error) {
      return (error as { problem: { type: string } }).problem.type;
    }
  };
  expect(await refused({ scopes: ['999999999999:eu-west-1'] })).toBe('unknown-scope');
  expect(await refused({ scopes: [`${ACCOUNT}:eu-west-9`] })).toBe('unknown-scope');
  expect(await refused({ cursor: 'x' })).toBe('bad-cursor');
  expect(await refused({ from: request().to, to: request().from })).toBe('bad-request');
});

test('an account may be named instead of numbered, and counts once', async () => {
  const { service } = await serviceAgainstLocal({ regions, records: everywhere });
  const frames = await framesOf(service, request({ scopes: ['local:eu-west-1', scopes[0]!] }));
  expect(idsOf(frames)).toEqual([everywhere[0]!.eventID]);
});

test('whoever leaves stops what runs and what waits within a second, and uses up no further call', async () => {
  const records = Array.from({ length: 1_000 }, (_, n) => record(n, n));
  const { service, local } = await serviceAgainstLocal({ records, local: { latencyMs: 300 } });
  const leaving = new AbortController();
  const reading = framesOf(service, request({ filter: everything }), leaving.signal);
  await sleep(900);
  const left = timeGiven();
  leaving.abort();
  const frames = await reading;
  expect(left()).toBeLessThan(100);
  expect(frames.at(-1)?.type).not.toBe('end');
  const asked = local.requests().length;
  await sleep(1_500);
  expect(local.requests().length).toBe(asked);
});

test('a consumer that is slow is not read ahead for', async () => {
  const records = Array.from({ length: 3_000 }, (_, n) => record(n, n));
  const { service, local } = await serviceAgainstLocal({
    records,
    local: { ratePerSecond: 0 },
    lookup: { perSecond: 1_000 },
  });
  const frames = service.search(request(), new AbortController().signal)[Symbol.asyncIterator]();
  for (let n = 0; n < 3; n += 1) await frames.next();
  await sleep(1_000);
  expect(local.requests().length).toBeLessThan(25);
  await frames.return?.();
});
