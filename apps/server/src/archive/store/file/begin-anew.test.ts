import type { EpochMs } from '@trailglass/record';
import { claim, second } from '../../../../test/seconds.ts';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveIn, emptyFolder, inFolder } from '../../../../test/against-archive.ts';
import { scope } from '../../../../test/records.ts';
import { expectHonest, idsIn, listed, written } from '../../../../test/written-archive.ts';

// Each starts a process or two.
vi.setConfig({ testTimeout: 30_000 });

const note = {
  ...scope,
  eventId: 'e1',
  eventMs: 1_000 as EpochMs,
  about: 'RunInstances',
  bookmarked: true,
  text: 'Whose is this?',
  madeMs: 1 as EpochMs,
  changedMs: 2 as EpochMs,
  version: 'v',
};
const view = { name: 'Mine', search: 'q=user%3Aalice' };

test('a new archive is begun: the file before lies aside as it was, notes and views go along, nothing is claimed', async () => {
  const { folder } = await written();
  const archive = await archiveIn(inFolder(folder));
  await archive.keepNote(note);
  await archive.keepViews([view]);
  await archive.keep([{ ...scope, keep: true, hourlyAt: second(5) }], true);
  const life = archive.life();
  const before = await archive.summary();

  const { setAside, lost } = await archive.upkeep.beginAnew();
  expect(lost).toEqual([]);
  expect(before.events).toBe(6);
  expect(await archive.summary()).toMatchObject({ events: 0 });
  expect(await expectHonest(archive)).toBe(0);
  // What was read before is no reason to claim anything.
  expect(archive.life()).not.toBe(life);
  await expect(archive.write(scope, [], { kind: 'all', ...claim(0, 9, 9) }, life)).rejects.toThrow(
    /has gone/,
  );
  expect(await archive.notes()).toEqual({ notes: [{ ...note, kept: false }] });
  expect(await archive.views()).toEqual({ views: [view] });
  // That late events were looked for was true of the other file.
  expect(await archive.kept()).toMatchObject({ scopes: [{ ...scope, keep: true }], paused: true });
  await archive.write(scope, [listed(9, 10)]);
  expect(await idsIn(archive)).toHaveLength(1);
  await archive.close();

  const aside = emptyFolder();
  for (const name of readdirSync(setAside)) renameSync(join(setAside, name), join(aside, name));
  const old = await archiveIn(inFolder(aside));
  expect(await idsIn(old)).toHaveLength(6);
});

test('of a file that cannot be read nothing goes along, and that is said', async () => {
  const { folder, file } = await written();
  const archive = await archiveIn(inFolder(folder));
  const bytes = Buffer.from('This is no database. '.repeat(1_000));
  writeFileSync(file, bytes);
  const { setAside, lost } = await archive.upkeep.beginAnew();
  expect(lost).toContain('notes and bookmarks');
  expect(readFileSync(join(setAside, 'events.duckdb')).equals(bytes)).toBe(true);
  expect(await idsIn(archive)).toEqual([]);
});

test('interrupted before the new file had its place: it takes it; before the old one had gone: that stays', async () => {
  const { folder, file } = await written();
  const other = await written();
  writeFileSync(`${file}.next`, readFileSync(other.file));
  const still = await archiveIn(inFolder(folder));
  expect(await idsIn(still)).toHaveLength(6);
  await still.close();
  expect(readdirSync(folder)).not.toContain('events.duckdb.next');

  const between = emptyFolder();
  writeFileSync(join(between, 'events.duckdb.next'), readFileSync(file));
  const begun = await archiveIn(inFolder(between));
  expect(await begun.views()).toEqual({ views: [] });
  expect(readdirSync(between)).not.toContain('events.duckdb.next');
});
