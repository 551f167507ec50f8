import { second } from '../seconds.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../against-archive.ts';
import { NOW, scope } from '../records.ts';
import { listed, PAGES, writePage } from '../written-archive.ts';
import type { Files } from './left-on-disk.ts';
import { type FileOp, traceWrites } from './trace.ts';

export interface Recorded {
  readonly before: Files;
  readonly ops: readonly FileOp[];
  /** Events that were told to be kept, and when, in ms since 1970. */
  readonly acknowledged: readonly { readonly at: number; readonly ids: readonly string[] }[];
}

const FILE = 'events.duckdb';
const DAY_S = 86_400;

/**
 * Some life of an archive: pages, one of them large; something older is deleted, which moves the log into the file;
 * more pages. Or why it cannot be recorded here.
 */
export async function recorded(): Promise<Recorded | string> {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const before = new Map(
    [FILE, `${FILE}.wal`]
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
  const trace = await traceWrites(archive.storePid()!, folder);
  if (typeof trace === 'string') return trace;
  const acknowledged: { at: number; ids: readonly string[] }[] = [];
  const told = (ids: readonly string[]): void => {
    // To the microsecond, as the trace has it.
    acknowledged.push({ at: performance.timeOrigin + performance.now(), ids });
  };
  const write = async (events: ReturnType<typeof listed>[]): Promise<void> => {
    await archive.write(scope, events);
    told(events.map(({ event }) => event.eventId));
  };
  await archive.write(scope, [listed(1_000, 3 * DAY_S)]);
  for (let page = 0; page < PAGES; page += 1) {
    await writePage(archive, page);
    told([listed(page, 0).event.eventId]);
  }
  await write(Array.from({ length: 40 }, (_, id) => listed(100 + id, 5_000 + id)));
  const twoDaysAgo = second(NOW / 1000 - 2 * DAY_S);
  expect(await archive.upkeep.forget(twoDaysAgo, 1)).toEqual({ deleted: 1 });
  const log = join(folder, `${FILE}.wal`);
  await expect.poll(() => existsSync(log), { timeout: 30_000 }).toBe(false);
  for (let id = 200; id < 204; id += 1) await write([listed(id, id)]);
  const ops = (await trace.end()).filter(({ file }) => file === '' || file.startsWith(FILE));
  await archive.close();
  return { before, ops, acknowledged };
}
