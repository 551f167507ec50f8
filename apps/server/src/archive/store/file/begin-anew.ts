import type { DuckDBConnection } from '@duckdb/node-api';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Begun } from '../../protocol/protocol.ts';
import { makeTables } from '../tables/schema.ts';

// A new file is made whole beside the old one and takes its place by being renamed: whoever interrupts it has one of them.

const next = (path: string): string => `${path}.next`;

/** What somebody wrote or chose goes along; what AWS can say again does not. */
const along = [
  ['notes and bookmarks', 'notes', '*'],
  ['saved views', 'views', '*'],
  ['who the accounts are', 'callers', '*'],
  ['what is kept read', 'keeping', 'account, region, keep, NULL, NULL'],
  ['the pause of background reading', 'keeping_paused', '*'],
] as const;

/** Sets the file aside in `quarantine`, as it is, and begins a new one in its place. Nothing may have it open. */
export async function beginAnew(
  connection: DuckDBConnection,
  folder: string,
  path: string,
): Promise<Begun> {
  rmSync(next(path), { force: true });
  await connection.run(`ATTACH ${quoted(next(path))} AS archive (STORAGE_VERSION 'latest')`);
  await makeTables(connection);
  const lost = await carry(connection, path);
  await connection.run('CHECKPOINT archive');
  await connection.run('DETACH archive');
  const setAside = join(folder, 'quarantine', new Date().toISOString().replace(/[:.]/g, '-'));
  mkdirSync(setAside, { recursive: true, mode: 0o700 });
  for (const file of [`${path}.wal`, `${path}.blocks`, path])
    if (existsSync(file)) renameSync(file, join(setAside, basename(file)));
  finishBeginning(path);
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
  return { setAside, lost };
}

/** Where a new file was made and its place was already free, but not taken. */
export function finishBeginning(path: string): void {
  if (!existsSync(next(path))) return;
  if (existsSync(path)) rmSync(next(path));
  else renameSync(next(path), path);
}

/** What could not be read in the old file, in words. */
async function carry(connection: DuckDBConnection, path: string): Promise<string[]> {
  try {
    await connection.run(`ATTACH ${quoted(path)} AS old (READ_ONLY)`);
  } catch {
    return along.map(([name]) => name);
  }
  const lost: string[] = [];
  for (const [name, table, columns] of along) {
    try {
      await connection.run(`INSERT INTO archive.${table} SELECT ${columns} FROM old.${table}`);
    } catch {
      lost.push(name);
    }
  }
  await connection.run('DETACH old');
  return lost;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
