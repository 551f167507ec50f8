import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { scope } from '../../../../test/records.ts';
import { expectHonest, idsIn, listed, PAGES, written } from '../../../../test/written-archive.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 30_000 });

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
    expect(archive.notices()).toEqual([expect.stringMatching(/damaged and .* in .*quarantine/)]);
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

test('S02: a log whose end the disk never wrote opens, and claims nothing that went with it', async () => {
  const { folder, wal } = await written();
  const bytes = readFileSync(wal);
  for (const part of [0.95, 0.6, 0.2]) {
    const copy = emptyFolder();
    const damaged = Buffer.from(bytes).fill(0, Math.floor(bytes.length * part));
    writeFileSync(join(copy, 'events.duckdb'), readFileSync(join(folder, 'events.duckdb')));
    writeFileSync(join(copy, 'events.duckdb.wal'), damaged);
    const archive = await archiveIn(inFolder(copy));
    expect(await expectHonest(archive)).toBeLessThan(PAGES);
    await archive.close();
  }
});

test.each([
  ['no bytes', Buffer.alloc(0)],
  ['text', Buffer.from('This is no database. '.repeat(1_000))],
  ['SQLite', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_192, 1)])],
])('S06: a file of %s is set aside, whole, and a new archive begun', async (_, content) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'events.duckdb'), content);
  const archive = await archiveIn(inFolder(folder));
  await archive.write(scope, [listed(1, 10)]);
  expect(await idsIn(archive)).toHaveLength(1);
  const [copy] = readdirSync(join(folder, 'quarantine'));
  expect(readFileSync(join(folder, 'quarantine', copy!, 'events.duckdb'))).toEqual(content);
});

test('S06: a folder in the place of the file, and a file of a newer version, are refused in words and left alone', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'events.duckdb'));
  await expect(archiveIn(inFolder(folder))).rejects.toThrow(/events.duckdb is in the way/);
  const newer = await written();
  const bytes = readFileSync(newer.file);
  setVersion(bytes, 9_999n);
  writeFileSync(newer.file, bytes);
  await expect(archiveIn(inFolder(newer.folder))).rejects.toThrow(
    /newer version of Trailglass.*version number 9999, but/,
  );
  expect(readFileSync(newer.file).equals(bytes)).toBe(true);
});

test('S19: an archive whose tables a newer version has made is refused, naming both formats, and left alone', async () => {
  const { folder, file } = await written();
  const older = await archiveIn(inFolder(folder));
  await older.close();
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('UPDATE format SET version = 7');
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  const bytes = readFileSync(file);
  await expect(archiveIn(inFolder(folder))).rejects.toThrow(
    /newer version of Trailglass: it has format 7, and this one knows 1.*--data-dir/,
  );
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

/** In the main header, whose checksum is that of DuckDB: 5381 xor each of its words times a constant. */
function setVersion(bytes: Buffer, version: bigint): void {
  const of = (word: bigint): bigint => BigInt.asUintN(64, word * 0xbf58476d1ce4e5b9n);
  const before = [8, 16].map((at) => bytes.readBigUInt64LE(at));
  bytes.writeBigUInt64LE(version, 12);
  const after = [8, 16].map((at) => bytes.readBigUInt64LE(at));
  const checksum = [...before, ...after].reduce(
    (sum, word) => sum ^ of(word),
    bytes.readBigUInt64LE(0),
  );
  bytes.writeBigUInt64LE(checksum, 0);
}

/** The same as {@link written}, moved from the log into the file; `blocks` are those of what says what was read. */
async function inMainFile(): Promise<{ file: string; blocks: number[] }> {
  const { file } = await written();
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('CHECKPOINT');
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT block_id FROM pragma_storage_info('coverage') WHERE block_id >= 0`,
  );
  connection.closeSync();
  instance.closeSync();
  return { file, blocks: found.getRows().map(([id]) => Number(id)) };
}

const HEADERS = 3 * 4_096;
const BLOCK = 262_144;

/** A folder with a copy of the file in which one bit is another. */
function flipped(file: string, at: number): { folder: string; damaged: Buffer } {
  const damaged = Buffer.from(readFileSync(file));
  damaged[at]! ^= 0x10;
  const folder = emptyFolder();
  writeFileSync(join(folder, 'events.duckdb'), damaged);
  return { folder, damaged };
}

async function expectSetAside(folder: string, damaged: Buffer): Promise<void> {
  const archive = await archiveIn(inFolder(folder));
  expect(await expectHonest(archive)).toBe(0);
  await archive.write(scope, [listed(9, 10)]);
  expect(await idsIn(archive)).toHaveLength(1);
  const [copy] = readdirSync(join(folder, 'quarantine'));
  const kept = readFileSync(join(folder, 'quarantine', copy!, 'events.duckdb'));
  // Comparing them as values would take longer than all the rest.
  expect(kept.equals(damaged)).toBe(true);
  expect(archive.notices()).toEqual([expect.stringMatching(/set aside .* and a new one begun/)]);
}

test('S05: a bit that flipped in the headers, in the catalogue or in what says what was read sets the file aside', async () => {
  const { file, blocks } = await inMainFile();
  expect(blocks).not.toEqual([]);
  const ofCoverage = HEADERS + blocks[0]! * BLOCK + 8;
  for (const at of [20, HEADERS + 8, ofCoverage]) {
    const { folder, damaged } = flipped(file, at);
    await expectSetAside(folder, damaged);
  }
});

test('S05: one that flipped among the events makes a question that touches it fail, and none wrong', async () => {
  const { file, blocks } = await inMainFile();
  const size = readFileSync(file).length;
  const others = Array.from({ length: Math.floor((size - HEADERS) / BLOCK) }, (_, id) => id);
  let failed = 0;
  for (const block of others.filter((id) => !blocks.includes(id))) {
    const { folder } = flipped(file, HEADERS + block * BLOCK + 100);
    const archive = await archiveIn(inFolder(folder));
    const outcome = await idsIn(archive).catch((error: Error) => error.message);
    if (typeof outcome === 'string') {
      expect(outcome).toMatch(/checksum/);
      // What lies in it is asked of AWS; whoever wants none of it is told how to begin a new one.
      expect(archive.notices()).toEqual([
        expect.stringMatching(/is damaged.*nothing was changed.*new archive can be begun/),
      ]);
      failed += 1;
    } else await expectHonest(archive);
    await archive.close();
  }
  expect(failed).toBeGreaterThan(0);
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
