import { type EpochMs, secondOf } from '@trailglass/record';
import { DuckDBInstance } from '@duckdb/node-api';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import {
  expectHonest,
  idsIn,
  PAGES,
  writePages,
  written,
} from '../../../../test/written-archive.ts';

const HEADERS = 3 * 4_096;
const BLOCK = 262_144;

test('a block that a checkpoint had half written when the power failed is put back, and nothing is lost', async () => {
  const { folder, file, wal } = await written();
  const before = readFileSync(file);
  const log = readFileSync(wal);
  const elsewhere = join(emptyFolder(), 'events.duckdb');
  copyFileSync(file, elsewhere);
  copyFileSync(wal, `${elsewhere}.wal`);
  const instance = await DuckDBInstance.create(elsewhere);
  const connection = await instance.connect();
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  const after = readFileSync(elsewhere);

  const half = Buffer.from(before);
  after.copy(half, HEADERS, HEADERS, HEADERS + BLOCK / 64);
  expect(half.equals(before)).toBe(false);
  const kept = Buffer.concat([Buffer.alloc(8), before.subarray(HEADERS, HEADERS + BLOCK)]);
  writeFileSync(file, half);
  writeFileSync(wal, log);
  writeFileSync(`${file}.blocks`, kept);
  const archive = await archiveIn(inFolder(folder));
  expect(await idsIn(archive)).toHaveLength(PAGES);
  expect(await expectHonest(archive)).toBe(PAGES);
  expect(existsSync(`${file}.blocks`)).toBe(false);
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});

test('S11: after a checkpoint a second server is refused as before', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await writePages(archive);
  const log = join(folder, 'events.duckdb.wal');
  const of2019 = secondOf(Date.UTC(2019) as EpochMs);
  expect(await archive.upkeep.forget(of2019, 0)).toEqual({ deleted: 0 });
  await expect.poll(() => existsSync(log), { timeout: 20_000 }).toBe(false);
  await expect(archiveIn(inFolder(folder))).rejects.toThrow(/keeps its events in/);
  writeFileSync(join(folder, 'events.duckdb.blocks'), '');
  await expect(archiveIn(inFolder(folder))).rejects.toThrow(/keeps its events in/);
});
