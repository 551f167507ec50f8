import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { serviceAgainstLocal, serviceOf, type Setting } from '../../test/against-local.ts';
import { ACCOUNT, ago, HOUR, record, REGION } from '../../test/records.ts';
import { endOf, framesOf, idsOf, never, ofType, request } from '../../test/searches.ts';
import { emptyHome } from '../../test/empty-home.ts';

const OTHER = '444455556666';
const records = Array.from({ length: 60 }, (_, n) => record(n, HOUR + n * 60));
const ids = records.map(({ eventID }) => eventID);
/** Settled, so that it needs no further call, except that its newest hour was never read. */
const asked = request({ from: ago(5 * HOUR) });
const readBefore = { ...asked, to: ago(HOUR) };
const quick = { lookup: { backoff: { baseMs: 1, capMs: 2 } } } as const;

/** A first run that has read everything and ended. */
async function firstRun(setting: Setting = {}) {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const { local, service } = await serviceAgainstLocal({ ...quick, ...setting, records, archive });
  await framesOf(service, readBefore);
  const { now } = await service.about({ check: false });
  await service.close();
  await archive.close();
  let last: (() => Promise<void>) | undefined;
  const again = async (other: Setting = {}) => {
    await last?.();
    const archive = await archiveIn(inFolder(folder));
    const service = await serviceOf(local, { ...quick, ...setting, ...other, archive });
    last = async () => {
      await service.close();
      await archive.close();
    };
    return service;
  };
  return { local, again, now };
}

test('after a restart with expired credentials everything that was kept is there, and since when it was not refreshed', async () => {
  const { local, again, now } = await firstRun();
  local.setFaults([{ kind: 'expired' }]);
  const service = await again();
  const { accounts } = await service.about({ check: false });
  expect(accounts).toMatchObject([
    { id: ACCOUNT, name: 'local', problem: { type: 'credentials-expired' } },
  ]);
  expect(accounts[0]?.caller).toBeUndefined();
  const answeredAt = accounts[0]?.answeredAt;
  expect(Math.abs(Date.parse(answeredAt ?? '') - Date.parse(now))).toBeLessThan(10_000);

  const frames = await framesOf(service, asked);
  expect(idsOf(frames)).toEqual(ids);
  expect(endOf(frames).complete).toBe(false);
  expect(ofType(frames, 'progress').at(-1)?.scopes).toMatchObject([
    { account: ACCOUNT, state: 'failed', answeredAt },
  ]);
  expect(endOf(await framesOf(service, readBefore)).complete).toBe(true);
  const one = { account: ACCOUNT, region: REGION, eventId: ids[7]! };
  expect((await service.event(one, never)).row.eventId).toBe(ids[7]);
  const { filter, from, to, scopes } = asked;
  const counted = await service.histogram({ filter, from, to, scopes, buckets: 5 }, never);
  expect(counted.matched).toBe(60);

  // Whoever has the name in a link finds it, too.
  expect(idsOf(await framesOf(service, { ...asked, scopes: [`local:${REGION}`] }))).toEqual(ids);
});

test('without a network, too', async () => {
  const { local, again } = await firstRun();
  await local[Symbol.asyncDispose]();
  const service = await again();
  const frames = await framesOf(service, asked);
  expect(idsOf(frames)).toEqual(ids);
  expect(ofType(frames, 'problem').at(-1)?.problem).toMatchObject({
    type: 'unreachable',
    account: ACCOUNT,
  });
});

test('credentials that work again are taken up, and the rest is read', async () => {
  const { local, again } = await firstRun();
  local.setFaults([{ kind: 'expired' }]);
  const service = await again();
  expect(endOf(await framesOf(service, asked)).complete).toBe(false);
  local.setFaults([]);
  await sleep(5_000);
  const frames = await framesOf(service, asked);
  expect(endOf(frames).complete).toBe(true);
  expect((await service.about({ check: false })).accounts[0]?.caller).toBeDefined();
});

test('another source is not taken for the account, though it has the same name', async () => {
  const { local, again } = await firstRun();
  local.setFaults([{ kind: 'expired' }]);
  const idWith = async (setting?: Setting) =>
    (await (await again(setting)).about({ check: false })).accounts[0]?.id;
  expect(await idWith()).toBe(ACCOUNT);
  const keys = { kind: 'keys', name: 'local', accessKeyId: 'x', secretAccessKey: 'x' } as const;
  expect(await idWith({ accounts: [keys] })).toBe('local');
});

test('credentials that turn out to be another account’s are refused, nothing is mixed, and a restart with them is taken', async () => {
  const home = emptyHome();
  const file = join(home, 'keys.json');
  writeFileSync(join(home, 'config'), `[profile prod]\ncredential_process = cat ${file}\n`);
  const become = (key: string): void =>
    writeFileSync(file, JSON.stringify({ Version: 1, AccessKeyId: key, SecretAccessKey: key }));
  become('local');
  const { local, again } = await firstRun({
    accounts: [{ kind: 'profile', name: 'prod', profile: 'prod' }],
    local: {
      accounts: [
        { id: ACCOUNT, name: 'main', accessKeyId: 'local', secretAccessKey: 'local' },
        {
          id: OTHER,
          name: 'audit',
          accessKeyId: 'audit',
          secretAccessKey: 'audit',
          records: 'own',
        },
      ],
    },
  });
  local.setFaults([{ kind: 'expired' }]);
  const service = await again();
  expect(idsOf(await framesOf(service, asked))).toEqual(ids);
  become('audit');
  local.setFaults([]);
  await sleep(5_000);
  const frames = await framesOf(service, asked);
  expect(idsOf(frames)).toEqual(ids);
  expect(ofType(frames, 'problem')).toMatchObject([{ problem: { type: 'wrong-account' } }]);
  const asOther = local.requests().filter(({ account }) => account === OTHER);
  expect(asOther.every(({ operation }) => operation === 'GetCallerIdentity')).toBe(true);

  const restarted = await again();
  expect((await restarted.about({ check: false })).accounts).toMatchObject([
    { id: OTHER, caller: expect.any(String) },
  ]);
});
