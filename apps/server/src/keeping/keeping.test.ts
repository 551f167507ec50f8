import type { Keeping, KeptScope } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import {
  lookups,
  serviceAgainstLocal,
  serviceOf,
  serviceWithArchive,
  unlimited,
} from '../../test/against-local.ts';
import { ACCOUNT, ago, DAY, NOW, record, REGION, SCOPE } from '../../test/records.ts';
import { endOf, framesOf, idsOf, never, request } from '../../test/searches.ts';
import { serviceAgainstOdd } from '../../test/odd-endpoint.ts';
import type { Service } from '../service.types.ts';
import { timeGiven } from '../../test/time-given.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 40_000 });

/** 50 a page: 12 pages over 85 days. */
const records = Array.from({ length: 600 }, (_, n) => record(n, 3_600 + n * 12_240));
const keepAll = { keeping: { keepReading: 'all', checkMs: 200 } } as const;

const only = ({ scopes }: Keeping): KeptScope | undefined => scopes[0];
const stateOf = async (service: Service) => only(await service.keeping())?.state;
const until = (service: Service, state: KeptScope['state']) =>
  expect.poll(() => stateOf(service), { timeout: 20_000, interval: 20 }).toBe(state);
const ninetyDays = request({
  from: (NOW - 90 * DAY * 1000 + 600_000) as EpochMs,
  to: (NOW - 3_600_000) as EpochMs,
});

test('a scope that is kept is read back through the 90 days; then a search of them asks AWS nothing', async () => {
  const { local, service } = await serviceWithArchive({ ...keepAll, records });
  await until(service, 'following');
  const shown = only(await service.keeping());
  expect(shown).toEqual({
    account: ACCOUNT,
    region: REGION,
    state: 'following',
    readTo: expect.stringMatching(/^2026-08-22T12:0[01]:/),
    answeredAt: expect.stringMatching(/^2026-11-20T12:0/),
  });
  await service.pauseKeeping(true);
  const before = lookups(local);
  const frames = await framesOf(service, ninetyDays);
  expect(lookups(local)).toBe(before);
  expect(idsOf(frames)).toEqual(records.map(({ eventID }) => eventID));
  expect(endOf(frames).complete).toBe(true);
});

test('only what the archive lacks is read, and what a search reads meanwhile is not read again', async () => {
  const { local, service } = await serviceWithArchive({ records });
  await framesOf(service, { ...ninetyDays, limit: 1000 });
  const before = lookups(local);
  expect(before).toBe(12);
  await service.keep([SCOPE], true);
  await until(service, 'following');
  // The hour above and the minutes below; then following, which looks at its newest page and at the last 15 minutes.
  expect(lookups(local) - before).toBeLessThanOrEqual(4);
});

test('nobody asked: nothing is read; what is kept is chosen, and paused, for good', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const { local, service } = await serviceAgainstLocal({ ...unlimited, records, archive });
  expect(await service.keeping()).toEqual({
    scopes: [{ account: ACCOUNT, region: REGION, state: 'off' }],
    paused: false,
  });
  expect(lookups(local)).toBe(0);
  await expect(service.keep([`${ACCOUNT}:mars-1`], true)).rejects.toMatchObject({
    problem: { type: 'unknown-scope' },
  });
  await service.pauseKeeping(true);
  expect(only(await service.keep(['local:eu-west-1'], true))?.state).toBe('paused');
  await service.close();
  await archive.close();

  const again = await archiveIn(inFolder(folder));
  const restarted = await serviceOf(local, { ...unlimited, archive: again });
  expect(await restarted.keeping()).toMatchObject({ paused: true, scopes: [{ state: 'paused' }] });
  expect(lookups(local)).toBe(0);
  await restarted.pauseKeeping(false);
  await until(restarted, 'following');
  expect(only(await restarted.keep([SCOPE], false))?.state).toBe('off');
  await restarted.close();
  await again.close();

  // What was chosen by hand goes before how the server is started.
  const last = await serviceOf(local, {
    ...unlimited,
    ...keepAll,
    archive: await archiveIn(inFolder(folder)),
  });
  expect(await stateOf(last)).toBe('off');
});

test('after a restart it goes on where it stopped: no page is read twice but the one that was under way', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const { local, service } = await serviceAgainstLocal({
    ...unlimited,
    ...keepAll,
    local: { ratePerSecond: 0, latencyMs: 60 },
    records,
    archive,
  });
  await expect.poll(() => lookups(local), { timeout: 20_000, interval: 10 }).toBeGreaterThan(5);
  const closing = timeGiven();
  await service.close();
  expect(closing()).toBeLessThan(1_000);
  await archive.close();
  const before = lookups(local);
  expect(before).toBeLessThan(12);

  const restarted = await serviceOf(local, {
    ...unlimited,
    archive: await archiveIn(inFolder(folder)),
  });
  await restarted.keep([SCOPE], true);
  await until(restarted, 'following');
  await restarted.pauseKeeping(true);
  // 13 pages in one go, as the last of twelve full ones cannot know that it is the last; then following's first two.
  expect(lookups(local)).toBeLessThanOrEqual(13 + 1 + 2);
  const calls = lookups(local);
  expect(idsOf(await framesOf(restarted, ninetyDays))).toHaveLength(600);
  expect(lookups(local)).toBe(calls);
});

test('at the pace of AWS, a search during the walk has its page within a second', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const { local, service } = await serviceAgainstLocal({ ...keepAll, records, archive });
  await expect.poll(() => lookups(local), { timeout: 10_000 }).toBeGreaterThan(3);
  expect(only(await service.keeping())).toMatchObject({
    state: 'reading',
    etaMs: expect.any(Number),
  });
  const asked = timeGiven();
  const old = request({ from: ninetyDays.from, to: ago(80 * DAY), limit: 10 });
  const frames = await framesOf(service, old, never);
  expect(idsOf(frames)).toHaveLength(10);
  expect(asked()).toBeLessThan(1_000);
  expect(local.requests().filter(({ error }) => error !== undefined)).toEqual([]);
});

test.each(['expired', 'denied'] as const)(
  '%s: failed, with what to do; when AWS answers again it goes on by itself',
  async (kind) => {
    const { local, service } = await serviceWithArchive({
      records,
      keeping: { checkMs: 200, retryMs: () => 300 },
    });
    local.setFaults([{ kind }]);
    await service.keep([SCOPE], true);
    await until(service, 'failed');
    const type = kind === 'expired' ? 'credentials-expired' : 'access-denied';
    expect(only(await service.keeping())).toMatchObject({
      problem: { type, account: ACCOUNT, region: REGION, retryAfterMs: 300 },
    });
    local.setFaults([]);
    await until(service, 'following');
    expect(only(await service.keeping())?.problem).toBeUndefined();
  },
);

test('whoever is answered meanwhile ends the pause after a failure', async () => {
  const { local, service } = await serviceWithArchive({ records });
  local.setFaults([{ kind: 'denied' }]);
  await service.keep([SCOPE], true);
  await until(service, 'failed');
  local.setFaults([]);
  await framesOf(service, request({ limit: 1 }));
  await until(service, 'following');
});

test('an event that cannot be read is not asked for in a circle', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const keeping = { keepReading: 'all', checkMs: 20 } as const;
  const unreadable = { EventId: '', EventTime: Date.now() / 1000 - 86_400, CloudTrailEvent: '{}' };
  const { service, calls } = await serviceAgainstOdd(
    ({ StartTime, EndTime }) => ({
      Events: [unreadable].filter(
        ({ EventTime }) => EventTime >= StartTime && EventTime <= EndTime,
      ),
    }),
    { archive, keeping },
  );
  await until(service, 'following');
  await sleep(1_000);
  expect(await stateOf(service)).toBe('following');
  expect(calls.filter(({ StartTime }) => StartTime < unreadable.EventTime)).toHaveLength(1);
});

test('a throttle is no failure: it goes on', async () => {
  const archive = await archiveIn({ kind: 'memory' });
  const { local, service } = await serviceAgainstLocal({
    records,
    archive,
    local: { ratePerSecond: 0 },
    lookup: { perSecond: 1_000, backoff: { baseMs: 40, capMs: 40 } },
  });
  local.setFaults([{ kind: 'throttle' }]);
  const states = new Set<string | undefined>();
  const look = async () => {
    const state = await stateOf(service);
    states.add(state);
    return state;
  };
  await service.keep([SCOPE], true);
  const throttled = () =>
    local.requests().filter(({ error }) => error === 'ThrottlingException').length;
  await expect.poll(throttled, { timeout: 20_000, interval: 10 }).toBeGreaterThan(1);
  await look();
  local.setFaults([]);
  await expect.poll(look, { timeout: 20_000, interval: 10 }).toBe('following');
  expect(states).not.toContain('failed');
});

test('forty scopes do not open forty scans, and each gets its turn', async () => {
  const regions = Array.from({ length: 40 }, (_, n) => `eu-test-${n}`);
  const archive = await archiveIn({ kind: 'memory' });
  const { local, service } = await serviceAgainstLocal({
    ...unlimited,
    local: { ratePerSecond: 0, latencyMs: 30 },
    records: regions.flatMap((awsRegion, region) =>
      Array.from({ length: 120 }, (_, n) => record(region * 120 + n, n * 600, { awsRegion })),
    ),
    regions,
    archive,
    keeping: { keepReading: 'all', atOnce: 3 },
  });
  const statesOf = async () => (await service.keeping()).scopes.map(({ state }) => state);
  await expect.poll(statesOf, { timeout: 20_000, interval: 5 }).toContain('following');
  const asked = new Set(
    local
      .requests()
      .flatMap(({ operation, region }) => (operation === 'LookupEvents' ? region : [])),
  );
  expect(asked.size).toBeLessThanOrEqual(3 + 3);
  await expect
    .poll(async () => (await statesOf()).every((state) => state === 'following'), {
      timeout: 20_000,
    })
    .toBe(true);
});
