import { second, span } from '../../../../test/seconds.ts';
import { everything } from '@trailglass/query';
import { readEvent, type EpochMs, type Region } from '@trailglass/record';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { ACCOUNT, NOW, record } from '../../../../test/records.ts';
import { never } from '../../../../test/searches.ts';
import { type Archive, openArchive } from '../../archive.ts';
import type { Listed } from '../../stored-event.ts';

// Tens of thousands of events in a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const EVENTS = 30_000;
const BATCH = 3_000;
const scopes = ['eu-west-1', 'us-east-1', 'us-east-2'].map((region) => ({
  account: ACCOUNT,
  region: region as Region,
}));
const listed = (id: number, secondsAgo: number): Listed => {
  const scope = scopes[id % scopes.length]!;
  const CloudTrailEvent = JSON.stringify(record(id, secondsAgo, { awsRegion: scope.region }));
  const EventTime = new Date(NOW - secondsAgo * 1000);
  const EventId = record(id, 0).eventID;
  const { event } = readEvent({ EventId, EventTime, CloudTrailEvent }, scope);
  return { event: event!, at: EventTime.getTime() as EpochMs };
};
async function write(archive: Archive, events: readonly Listed[]): Promise<void> {
  for (const scope of scopes)
    await archive.write(
      scope,
      events.filter(({ event }) => event.region === scope.region),
    );
}

const scattered = mkdtempSync(join(tmpdir(), 'trailglass-scattered-'));
beforeAll(async () => {
  const archive = await openArchive({
    script: inject('storeScript'),
    place: inFolder(scattered),
    log: pino({ level: 'silent' }),
  });
  // Each batch is spread over the whole time, as 7,919 has no divisor in common with the number of events.
  for (let at = 0; at < EVENTS; at += BATCH)
    await write(
      archive,
      Array.from({ length: BATCH }, (_, n) => listed(at + n, ((at + n) * 7_919) % EVENTS)),
    );
  await archive.close();
});
afterAll(() => rmSync(scattered, { recursive: true, force: true }));

async function scatteredArchive(): ReturnType<typeof archiveIn> {
  const folder = emptyFolder();
  cpSync(scattered, folder, { recursive: true });
  return archiveIn(inFolder(folder));
}
const newest = async (archive: Archive): Promise<string[]> => {
  const all = { ...span(0, NOW / 1000), filter: everything, limit: 50 };
  const found = await Promise.all(
    scopes.map((scope) => archive.read(scope, all, new AbortController().signal)),
  );
  return found.flatMap((slice) => slice.found.map(({ event }) => event.eventId));
};
/** Each event once, and as it was written. */
const expectWhole = async (archive: Archive, events = EVENTS): Promise<void> => {
  const found = await archive.upkeep.verify(() => undefined, never);
  expect(found).toEqual({ checked: events, wrong: 0, examples: [] });
};
/** As often as somebody asks between, a step does nothing. */
async function putInOrder(archive: Archive): Promise<number> {
  for (let sum = 0; ;) {
    const { sorted, more } = await archive.upkeep.tidy();
    sum += sorted;
    if (!more) return sum;
  }
}

test('what arrived in any order is put in order of time, and is the same; then there is nothing more to do', async () => {
  const archive = await scatteredArchive();
  const before = await newest(archive);
  expect(await putInOrder(archive)).toBe(EVENTS);
  expect(await newest(archive)).toEqual(before);
  await expectWhole(archive);
  expect(await archive.upkeep.tidy()).toEqual({ sorted: 0, more: false });
});

test('who reads while it goes on sees the same as before and after', async () => {
  const archive = await scatteredArchive();
  const before = await newest(archive);
  const begun = archive.upkeep.tidy();
  // It waits for two quiet seconds, then it works.
  await sleep(2_050);
  expect(await newest(archive)).toEqual(before);
  const { sorted } = await begun;
  expect(sorted + (await putInOrder(archive))).toBe(EVENTS);
  expect(await newest(archive)).toEqual(before);
  await expectWhole(archive);
});

test('what is written meanwhile is there, too, and nothing twice', async () => {
  const archive = await scatteredArchive();
  const sorting = putInOrder(archive);
  for (let n = 0; n < 20; n += 1) {
    await write(archive, [
      listed(EVENTS + n, n * 1_000),
      // Was read before, and is read again.
      listed(n, (n * 7_919) % EVENTS),
    ]);
    await sleep(200);
  }
  expect(await sorting).toBeGreaterThanOrEqual(EVENTS);
  await expectWhole(archive, EVENTS + 20);
});

test('events are deleted while the rest is put in order: neither fails, and what is left is whole', async () => {
  const archive = await scatteredArchive();
  const begun = archive.upkeep.tidy();
  await sleep(2_300);
  const before = second(NOW / 1000 - 9_999);
  expect(await archive.upkeep.forget(before, 20_000)).toEqual({ deleted: 20_000 });
  await begun;
  await putInOrder(archive);
  await expectWhole(archive, 10_000);
});

test('killed at any moment of it, nothing is lost and nothing there twice', async () => {
  const folder = emptyFolder();
  cpSync(scattered, folder, { recursive: true });
  let archive = await archiveIn(inFolder(folder));
  let sorted = 0;
  for (const ms of [2_050, 2_200, 2_400, 3_000]) {
    const begun = archive.upkeep.tidy().then(
      (done) => (sorted += done.sorted),
      () => undefined,
    );
    await sleep(ms);
    process.kill(archive.storePid()!, 'SIGKILL');
    await begun;
    await archive.close();
    archive = await archiveIn(inFolder(folder));
    await expectWhole(archive);
  }
  expect(sorted + (await putInOrder(archive))).toBeGreaterThanOrEqual(EVENTS);
  await expectWhole(archive);
});
