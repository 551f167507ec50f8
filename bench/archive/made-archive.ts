import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../apps/server/src/archive/store/file/database.ts';
import { eventsTable, makeTables } from '../../apps/server/src/archive/store/tables/schema.ts';
import { LogFiles } from './log-files.ts';
import { manyTimes } from './many-times.ts';
import { sampleDays } from './sample-days.ts';
import { writeDay } from './write-day.ts';

/** The generator's version: an archive that another one made is made again. */
const version = 1;
/** What the samples tell in minutes, log files beside it. More is made of copies of it, without log files. */
const mostTold = 2_000_000;
const copied = 1_000_000;

export interface Made {
  readonly events: number;
  readonly claims: number;
  /** `account:region`, every one that has events. */
  readonly scopes: readonly string[];
  /** Absent above two million events. */
  readonly logFiles?: { readonly folder: string; readonly bytes: number };
  /** Of the records' text. */
  readonly recordBytes: number;
  /** Where the store's files are. */
  readonly folder: string;
}

/**
 * An archive of about so many events under .cache, made once. By the store's own database, schema, appender and claims
 * of fifty events each, as a whole read in the order of time would leave it; without the look for events that are
 * there already, as all of these are new: so a million take minutes instead of an hour.
 */
export async function madeArchive(about: number): Promise<Made> {
  const place = join(process.cwd(), '.cache/bench', `archive-${about}-v${version}`);
  const list = join(place, 'made.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as Made;
  rmSync(place, { recursive: true, force: true });
  const folder = join(place, 'store');
  mkdirSync(folder, { recursive: true });
  const made =
    about > mostTold ? await copies(about, folder) : await told(about, folder, join(place, 'logs'));
  writeFileSync(`${list}.new`, JSON.stringify(made, undefined, 2));
  renameSync(`${list}.new`, list);
  return made;
}

async function copies(about: number, folder: string): Promise<Made> {
  const { logFiles: _, ...base } = await madeArchive(copied);
  const times = Math.round(about / copied);
  const events = await manyTimes(base, times, folder);
  return { ...base, events, recordBytes: base.recordBytes * times, folder };
}

async function told(about: number, folder: string, logFolder: string): Promise<Made> {
  const { connect } = await openDatabase({ kind: 'folder', folder });
  const connection = await connect();
  await makeTables(connection);
  await connection.run(eventsTable('archive.events'));
  const logs = new LogFiles(logFolder);
  const scopes = new Set<string>();
  const sum = { events: 0, claims: 0, recordBytes: 0 };
  const begun = performance.now();
  let told = 0;
  for (const day of sampleDays(about)) {
    const written = await writeDay(connection, day, logs);
    for (const scope of written.scopes) scopes.add(scope);
    sum.events += written.events;
    sum.claims += written.claims;
    sum.recordBytes += written.recordBytes;
    told += 1;
    if (told % 15 === 0)
      console.log(`  ${sum.events.toLocaleString('en')} events in ${seconds(begun)} s`);
  }
  await connection.run('CHECKPOINT archive');
  await connection.run('DETACH archive');
  connection.closeSync();
  return {
    ...sum,
    scopes: [...scopes].sort(),
    logFiles: { folder: logs.folder, bytes: logs.bytes },
    folder,
  };
}

const seconds = (begun: number): number => Math.round((performance.now() - begun) / 1000);
