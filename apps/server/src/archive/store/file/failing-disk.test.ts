import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { scope } from '../../../../test/records.ts';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import {
  expectHonest,
  idsIn,
  listed,
  PAGES,
  writePages,
} from '../../../../test/written-archive.ts';

vi.setConfig({ testTimeout: 60_000 });

test('S09: a folder that is taken away while it is in use: what is read is not said to be kept', async () => {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  await writePages(archive);
  rmSync(folder, { recursive: true });
  await expect(archive.write(scope, [listed(9, 10)])).rejects.toThrow(/ENOENT|no such file/i);
});

/** As a device that fails: from when the file `broken` exists, what is asked of the archive's files ends with EIO. */
const shim = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
static int broken(int fd) {
  char link[64], path[4096];
  const char *when = getenv("BROKEN_WHEN");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0 || when == NULL || access(when, F_OK) != 0) return 0;
  path[length] = 0;
  return strstr(path, "events.duckdb") != NULL;
}
#define FAIL(fd) if (broken(fd)) { errno = EIO; return -1; }
ssize_t write(int fd, const void *from, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  FAIL(fd) return real(fd, from, size);
}
ssize_t pread(int fd, void *to, size_t size, off_t at) {
  static ssize_t (*real)(int, void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pread");
  FAIL(fd) return real(fd, to, size, at);
}
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite");
  FAIL(fd) return real(fd, from, size, at);
}
int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  FAIL(fd) return real(fd);
}
`;

/** The shim, built; or why it cannot be here. */
function failingDisk(): { library: string } | string {
  if (process.platform !== 'linux') return 'a device that fails is made here with Linux only';
  const folder = emptyFolder();
  const [source, library] = [join(folder, 'shim.c'), join(folder, 'shim.so')];
  writeFileSync(source, shim);
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'], { stdio: 'pipe' });
    return { library };
  } catch (error) {
    return `a device that fails cannot be built here: ${(error as Error).message}`;
  }
}

test('S09: a device that fails ends that write, in words; when it works again, everything before it is there', async ({
  skip,
}) => {
  const disk = failingDisk();
  if (typeof disk === 'string') return skip(disk);
  const when = join(emptyFolder(), 'broken');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  vi.stubEnv('LD_PRELOAD', disk.library);
  vi.stubEnv('BROKEN_WHEN', when);
  const archive = await archiveIn(inFolder(emptyFolder()));
  await writePages(archive);
  writeFileSync(when, '');
  await expect(archive.write(scope, [listed(9, 10)])).rejects.toThrow(/Input\/output error/);
  rmSync(when);
  const soon = (): Promise<string[] | undefined> => idsIn(archive).catch(() => undefined);
  await expect.poll(soon, { timeout: 30_000 }).toHaveLength(PAGES);
  expect(await expectHonest(archive)).toBe(PAGES);
  await archive.write(scope, [listed(9, 10)]);
  expect(await idsIn(archive)).toHaveLength(PAGES + 1);
});
