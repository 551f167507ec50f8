import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { Begun, Place } from '../../protocol/protocol.ts';
import { attachMended, type Attached, isLock } from './attach.ts';
import { beginAnew, finishBeginning } from './begin-anew.ts';
import { closeFile, prepareFolder, writeOwner } from './folder.ts';
import { isHalfWritten, putBack } from './half-written.ts';
import { networkNotice } from './network-folder.ts';

export interface Database {
  readonly connect: () => Promise<DuckDBConnection>;
  /** Absent when nothing is kept. */
  readonly file?: { readonly folder: string; readonly path: string };
  readonly attached: Attached;
  readonly begun?: Begun | undefined;
}

const limits = [
  'SET threads = 2',
  "SET memory_limit = '512MB'",
  "SET max_temp_directory_size = '1GB'",
  // The newest rows are found first and read whole afterwards: records are compressed by the thousand.
  'SET late_materialization_max_rows = 1000',
  'SET dynamic_or_filter_threshold = 1000',
  // A checkpoint on its own terms makes the whole database unusable when the disk is full: we make them.
  "SET wal_autocheckpoint = '1GB'",
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
];
/** From here on no file but the archive's own can be reached, and nothing of this can be changed back. */
const lockDown = ['SET enable_external_access = false', 'SET lock_configuration = true'];

let opened = false;

/**
 * The one database of this process, as `archive`. Two on one file in one process would lose everything that either
 * writes, so a second is refused here.
 * @param anew the file that is there is set aside and a new one begun
 * Throws Refusal when the folder or the file is not ours to use.
 */
export async function openDatabase(place: Place, anew = false): Promise<Database> {
  if (opened) throw new Error('This process has its database already.');
  opened = true;
  process.umask(0o077);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await connection.run(statement);
  };
  await run(limits);
  const connect = (): Promise<DuckDBConnection> => instance.connect();
  if (place.kind === 'memory') {
    await run(["SET temp_directory = ''", "ATTACH ':memory:' AS archive (COMPRESS)", ...lockDown]);
    return { connect, attached: { repaired: false, notices: [] } };
  }
  const { folder } = place;
  prepareFolder(folder);
  const overNetwork = networkNotice(folder);
  const path = join(folder, 'events.duckdb');
  closeFile(path);
  finishBeginning(path);
  const begun = anew ? await beginAnew(connection, folder, path) : undefined;
  const attached = await attachMended(folder, path, (at) => attachReadable(connection, at));
  writeOwner(folder, { server: process.ppid, store: process.pid });
  await run([`SET temp_directory = ${quoted(join(folder, 'spill'))}`, ...lockDown]);
  const notices = [...(overNetwork === undefined ? [] : [overNetwork]), ...attached.notices];
  return { connect, file: { folder, path }, attached: { ...attached, notices }, begun };
}

/** A file with damage within opens all the same: what says what was read has to be readable, or it is worth nothing. */
async function attachReadable(connection: DuckDBConnection, path: string): Promise<void> {
  if (isHalfWritten(path)) await mendBlocks(connection, path);
  await connection.run(`ATTACH ${quoted(path)} AS archive (STORAGE_VERSION 'latest')`);
  try {
    const coverage = await connection.runAndReadAll(
      `SELECT 1 FROM duckdb_tables() WHERE database_name = 'archive' AND table_name = 'coverage'`,
    );
    if (coverage.currentRowCount > 0)
      await connection.run('SELECT max(hash(claim)) FROM archive.coverage AS claim');
  } catch (error) {
    await connection.run('DETACH archive');
    throw error;
  }
}

/** A checkpoint that another process is making is none that was interrupted: its lock tells. */
async function mendBlocks(connection: DuckDBConnection, path: string): Promise<void> {
  try {
    await connection.run(`ATTACH ${quoted(path)} AS probe (READ_ONLY)`);
    await connection.run('DETACH probe');
  } catch (error) {
    if (isLock((error as Error).message)) throw error;
  }
  putBack(path);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
