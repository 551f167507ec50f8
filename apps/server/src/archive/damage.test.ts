import { everything } from '@trailglass/query';
import { readRecord, type AccountId, type EpochMs, type Region } from '@trailglass/record';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { ACCOUNT, never, NOW, record, REGION } from '../../test/against-local.ts';
import type { Listed } from './stored-event.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 30_000 });

const scope = { account: ACCOUNT as AccountId, region: REGION as Region };
const second = (secondsAgo: number): number => NOW / 1000 - secondsAgo;
const whole = { from: second(86_400), to: second(0) };
const listed = (id: number, secondsAgo: number): Listed => ({
  event: readRecord(JSON.stringify(record(id, secondsAgo)), scope).event!,
  at: (second(secondsAgo) * 1000) as EpochMs,
});
const idsIn = async (archive: Awaited<ReturnType<typeof archiveIn>>): Promise<string[]> => {
  const all = { ...whole, filter: everything, limit: 100 };
  return (await archive.read(scope, all, never)).found.map(({ event }) => event.eventId);
};

/** Six pages, an hour apart, killed so that all of them are in the log. */
async function written(): Promise<{ folder: string; file: string; wal: string }> {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  for (let page = 0; page < 6; page += 1)
    await archive.write(scope, [listed(page, 36_000 - page * 3_600)], {
      from: second(36_000 - page * 3_600),
      to: second(36_000 - page * 3_600),
      fetchedAt: second(20_000 - page * 3_600),
      kind: '',
    });
  process.kill(archive.storePid()!, 'SIGKILL');
  await archive.close();
  const file = join(folder, 'events.duckdb');
  return { folder, file, wal: `${file}.wal` };
}

/** What is claimed is there: the claim of a page that is lost must be lost, too. */
async function expectHonest(archive: Awaited<ReturnType<typeof archiveIn>>): Promise<number> {
  const ids = new Set(await idsIn(archive));
  const { settled } = await archive.coverage(scope, [''], whole);
  for (const { from } of settled) {
    const page = (36_000 - (NOW / 1000 - from)) / 3_600;
    expect(ids).toContain(record(page, 0).eventID);
  }
  return settled.length;
}

test('S01: killed, it opens by itself with everything that was acknowledged', async () => {
  const { folder } = await written();
  const archive = await archiveIn(inFolder(folder));
  expect(await idsIn(archive)).toHaveLength(6);
  expect(await expectHonest(archive)).toBe(6);
});

test.each([0.3, 0.6, 0.9])(
  'S03: a bit that flipped in the log costs its tail and the trust in the hour before; a copy is kept',
  async (where) => {
    const { folder, wal } = await written();
    const bytes = readFileSync(wal);
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(bytes.length * where)]! ^= 0x10;
    writeFileSync(wal, damaged);
    const archive = await archiveIn(inFolder(folder));
    const kept = (await idsIn(archive)).length;
    expect(kept).toBeLessThan(6);
    expect(await expectHonest(archive)).toBeLessThan(Math.max(1, kept));
    const [copy] = readdirSync(join(folder, 'quarantine'));
    expect(readFileSync(join(folder, 'quarantine', copy!, 'events.duckdb.wal'))).toEqual(damaged);
    await archive.write(scope, [listed(9, 10)]);
    expect(await idsIn(archive)).toHaveLength(kept + 1);
  },
);

test('S04: a log that was cut anywhere opens, and claims nothing that went with its end', async () => {
  const { folder, wal } = await written();
  const bytes = readFileSync(wal);
  for (const part of [0.99, 0.7, 0.4, 0.1]) {
    const copy = emptyFolder();
    writeFileSync(join(copy, 'events.duckdb'), readFileSync(join(folder, 'events.duckdb')));
    writeFileSync(
      join(copy, 'events.duckdb.wal'),
      bytes.subarray(0, Math.floor(bytes.length * part)),
    );
    const archive = await archiveIn(inFolder(copy));
    await expectHonest(archive);
    await archive.close();
  }
});

test.each([
  ['no bytes', Buffer.alloc(0)],
  ['text', Buffer.from('This is no database. '.repeat(1_000))],
])('S06: a file of %s is set aside, whole, and a new archive begun', async (_, content) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'events.duckdb'), content);
  const archive = await archiveIn(inFolder(folder));
  await archive.write(scope, [listed(1, 10)]);
  expect(await idsIn(archive)).toHaveLength(1);
  const [copy] = readdirSync(join(folder, 'quarantine'));
  expect(readFileSync(join(folder, 'quarantine', copy!, 'events.duckdb'))).toEqual(content);
});

test('S05: a main file with a flipped bit is kept and not believed', async () => {
  const { folder, file } = await written();
  const mended = await archiveIn(inFolder(folder));
  await mended.close();
  const bytes = readFileSync(file);
  // Within the first of the headers.
  bytes[4_096 + 20]! ^= 0x10;
  bytes[8_192 + 20]! ^= 0x10;
  writeFileSync(file, bytes);
  const archive = await archiveIn(inFolder(folder));
  expect(await expectHonest(archive)).toBeLessThanOrEqual(6);
  expect(existsSync(join(folder, 'quarantine'))).toBe(true);
});

test('a place that is no folder, or where none can be made, is refused in words', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(archiveIn(inFolder(join(folder, 'file')))).rejects.toThrow(
    /cannot be used|no folder/,
  );
  mkdirSync(join(folder, 'd'));
  await expect(archiveIn(inFolder(join(folder, 'file', 'below')))).rejects.toThrow(
    /cannot be used/,
  );
});
