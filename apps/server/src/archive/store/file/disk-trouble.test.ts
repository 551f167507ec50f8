import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { scope } from '../../../../test/records.ts';
import {
  archiveIn,
  emptyFolder,
  inFolder,
  type OpenArchive,
} from '../../../../test/against-archive.ts';
import {
  expectHonest,
  idsIn,
  listed,
  PAGES,
  writePages,
  written,
} from '../../../../test/written-archive.ts';

// Each starts a process or two, and some wait for what happens in idle moments.
vi.setConfig({ testTimeout: 60_000 });

const MB = 1024 * 1024;
/** A disk of its own, or why there is none. */
function diskOf(
  megabytes: number,
): { folder: string; remount: (options: string) => void } | string {
  const folder = emptyFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'trailglass', folder], {
      stdio: 'pipe',
    });
  } catch (error) {
    return `no disk of its own can be mounted here: ${(error as Error).message}`;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return {
    folder,
    remount: (options) => {
      execFileSync('mount', ['-o', `remount,${options}`, folder]);
    },
  };
}

/** No file of the store's process grows beyond this any more: a write fails as on a full disk. */
function limitFiles(archive: OpenArchive, bytes: number): string | undefined {
  try {
    execFileSync('prlimit', ['--pid', String(archive.storePid()), `--fsize=${bytes}`], {
      stdio: 'pipe',
    });
    return undefined;
  } catch (error) {
    return `the size of files cannot be limited here: ${(error as Error).message}`;
  }
}

const sizeOf = (path: string): number => statSync(path).size;
/** Undefined while it cannot be asked. */
const idsSoon = (archive: OpenArchive): Promise<string[] | undefined> =>
  idsIn(archive).catch(() => undefined);

test('S07: on a disk that fills up, writing stops in words and reading goes on; with space again, writing too', async ({
  skip,
}) => {
  const disk = diskOf(600);
  if (typeof disk === 'string') return skip(disk);
  const archive = await archiveIn(inFolder(disk.folder));
  await writePages(archive);
  const filler = join(disk.folder, 'filler');
  const file = openSync(filler, 'w');
  for (let written = 0; written < 120; written += 1) writeSync(file, Buffer.alloc(MB));
  closeSync(file);
  await expect(archive.write(scope, [listed(9, 10)])).rejects.toThrow(/MB are free.*below 512 MB/);
  expect(await idsIn(archive)).toHaveLength(PAGES);
  rmSync(filler);
  await archive.write(scope, [listed(9, 10)]);
  expect(await idsIn(archive)).toHaveLength(PAGES + 1);
});

test('S07, S09: a log that cannot grow fails that write alone; the store comes back with everything before it', async ({
  skip,
}) => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await writePages(archive);
  const limited = limitFiles(archive, sizeOf(join(folder, 'events.duckdb.wal')));
  if (limited !== undefined) return skip(limited);
  await expect(archive.write(scope, [listed(9, 10)])).rejects.toThrow(/Could not write/);
  await expect.poll(() => idsSoon(archive), { timeout: 20_000 }).toHaveLength(PAGES);
  expect(await expectHonest(archive)).toBe(PAGES);
  await archive.write(scope, [listed(9, 10)]);
  expect(await idsIn(archive)).toHaveLength(PAGES + 1);
});

test('S08: a checkpoint that cannot be written makes the store open again by itself, with everything', async ({
  skip,
}) => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await archive.write(
    scope,
    Array.from({ length: 3_000 }, (_, n) => listed(n, 20_000 + n)),
  );
  const before = archive.storePid();
  // What is large enough is moved into the file in the next idle moment.
  expect(sizeOf(join(folder, 'events.duckdb.wal'))).toBeGreaterThan(MB);
  const limited = limitFiles(archive, sizeOf(join(folder, 'events.duckdb')));
  if (limited !== undefined) return skip(limited);
  await expect
    .poll(() => idsSoon(archive).then(() => archive.storePid()), { timeout: 30_000 })
    .not.toBe(before);
  await expect.poll(() => idsSoon(archive), { timeout: 20_000 }).toHaveLength(100);
  expect((await archive.summary()).events).toBe(3_000);
  await archive.write(scope, [listed(9_999, 10)]);
  expect((await archive.summary()).events).toBe(3_001);
});

test('S08, S09: on a disk without a byte left it opens and reads; on one that cannot be written it says so', async ({
  skip,
}) => {
  const disk = diskOf(600);
  if (typeof disk === 'string') return skip(disk);
  await written(disk.folder);
  disk.remount('size=4m');
  const filler = openSync(join(disk.folder, 'filler'), 'w');
  expect(() => {
    for (;;) writeSync(filler, Buffer.alloc(4_096));
  }).toThrow(/ENOSPC/);
  closeSync(filler);
  const full = await archiveIn(inFolder(disk.folder));
  expect(await idsIn(full)).toHaveLength(PAGES);
  expect(await expectHonest(full)).toBe(PAGES);
  await full.close();
  const before = readdirSync(disk.folder);
  disk.remount('ro');
  await expect(archiveIn(inFolder(disk.folder))).rejects.toThrow(/cannot be opened.*Read-only/s);
  expect(readdirSync(disk.folder)).toEqual(before);
});

test('S13: what a crash leaves of its owner keeps nobody out, even where its number is another process now', async () => {
  const { folder } = await written();
  const owner = join(folder, 'owner.json');
  expect(existsSync(owner)).toBe(true);
  for (const left of [JSON.stringify({ server: process.ppid, store: process.ppid }), '{', '']) {
    writeFileSync(owner, left);
    const archive = await archiveIn(inFolder(folder));
    expect(await idsIn(archive)).toHaveLength(PAGES);
    await archive.close();
  }
});
