import { everything } from '@trailglass/query';
import { type EpochMs, type EpochSecond, readRecord, secondOf } from '@trailglass/record';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Below } from '../src/archive/archive.ts';
import type { Listed } from '../src/archive/stored-event.ts';
import { archiveIn, emptyFolder, inFolder, type OpenArchive } from './against-archive.ts';
import { ago, NOW, record, scope } from './records.ts';
import { never } from './searches.ts';

const second = (secondsAgo: number): EpochSecond => secondOf(ago(secondsAgo));
const whole = { from: second(86_400), to: second(0) };

export const listed = (id: number, secondsAgo: number): Listed => ({
  event: readRecord(JSON.stringify(record(id, secondsAgo)), scope).event!,
  at: (second(secondsAgo) * 1000) as EpochMs,
});

export async function idsIn(archive: OpenArchive): Promise<string[]> {
  const ids: string[] = [];
  let below: Below | undefined;
  do {
    const part = { ...whole, filter: everything, limit: 100, below };
    const read = await archive.read(scope, part, never);
    ids.push(...read.found.map(({ event }) => event.eventId));
    below = read.below;
  } while (below && ids.length < 100);
  return ids;
}

export const PAGES = 6;

/** One event, and the claim that its second was read. */
export const writePage = (archive: OpenArchive, page: number): Promise<void> =>
  archive.write(scope, [listed(page, 36_000 - page * 3_600)], {
    from: second(36_000 - page * 3_600),
    to: second(36_000 - page * 3_600),
    fetchedAt: second(20_000 - page * 3_600),
    kind: '',
  });

export async function writePages(archive: OpenArchive): Promise<void> {
  for (let page = 0; page < PAGES; page += 1) await writePage(archive, page);
}

/** Six pages, an hour apart, killed so that all of them are in the log. */
export async function written(
  folder = emptyFolder(),
): Promise<{ folder: string; file: string; wal: string }> {
  const archive = await archiveIn(inFolder(folder));
  await writePages(archive);
  process.kill(archive.storePid()!, 'SIGKILL');
  await archive.close();
  const file = join(folder, 'events.duckdb');
  return { folder, file, wal: `${file}.wal` };
}

/** What is claimed is there: the claim of a page that is lost must be lost, too. Gives how many are claimed. */
export async function expectHonest(archive: OpenArchive): Promise<number> {
  const ids = new Set(await idsIn(archive));
  const { settled } = await archive.coverage(scope, [''], whole);
  for (const { from } of settled) {
    const page = (36_000 - (NOW / 1000 - from)) / 3_600;
    expect(ids).toContain(record(page, 0).eventID);
  }
  return settled.length;
}
