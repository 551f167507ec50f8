import type { DuckDBConnection } from '@duckdb/node-api';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { whole } from '../../statements/column.ts';
import { columnIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';

// A checkpoint writes what the file is made of into free parts of blocks that hold what it is made of now, whole blocks
// at once. No disk writes 256 kB at once: were the power to fail then, neither the old nor the new could be read. So
// those blocks are kept beside the file until the checkpoint is done, as other databases keep a double-write buffer.

const HEADERS = 3 * 4_096;
const BLOCK = 262_144;
const ID = 8;

const besides = (path: string): string => `${path}.blocks`;

/** Moves the log into the file. Nothing of what was in either is lost whenever the power fails. */
export async function checkpoint(
  connection: DuckDBConnection,
  path: string | undefined,
): Promise<void> {
  if (path !== undefined) await keepBlocks(connection, path);
  await connection.run('CHECKPOINT archive');
  if (path !== undefined) rmSync(besides(path), { force: true });
}

const blockRow = columnIn('pragma_metadata_info', 'block_id', whole);

async function keepBlocks(connection: DuckDBConnection, path: string): Promise<void> {
  const file = handleOf(path);
  if (file === undefined) return;
  const blocks = await rowsOf(
    connection,
    blockRow,
    "SELECT DISTINCT block_id FROM pragma_metadata_info('archive') WHERE len(free_list) > 0",
  );
  const kept = openSync(`${besides(path)}.new`, 'w', 0o600);
  try {
    for (const block of blocks) {
      const id = Buffer.alloc(ID);
      id.writeBigInt64LE(BigInt(block));
      const bytes = readBlock(file, block);
      if (bytes && isWhole(bytes)) writeSync(kept, Buffer.concat([id, bytes]));
    }
    fsyncSync(kept);
  } finally {
    closeSync(kept);
  }
  renameSync(`${besides(path)}.new`, besides(path));
  syncFolder(dirname(path));
}

/**
 * The database's own handle of the file: were the file opened here once more and closed, POSIX would take the lock away
 * that keeps a second server out. Undefined where handles have no names, which is Windows.
 */
function handleOf(path: string): number | undefined {
  if (process.platform === 'win32') return undefined;
  const { dev, ino } = statSync(path, { bigint: true });
  return readdirSync('/dev/fd')
    .map(Number)
    .find((handle) => {
      try {
        const found = fstatSync(handle, { bigint: true });
        return found.dev === dev && found.ino === ino;
      } catch {
        // The one with which they were listed.
        return false;
      }
    });
}

/** So that the name of a new file is on disk, too. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

/** Whether a checkpoint did not come to its end. */
export const isHalfWritten = (path: string): boolean =>
  existsSync(besides(path)) && existsSync(path);

/** Puts back each block that was only half written. Only for a file that nobody has open. */
export function putBack(path: string): void {
  const kept = readFileSync(besides(path));
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at + ID + BLOCK <= kept.length; at += ID + BLOCK) {
      const block = Number(kept.readBigInt64LE(at));
      const before = kept.subarray(at + ID, at + ID + BLOCK);
      const now = readBlock(file, block);
      if (!now || isWhole(now) || !isWhole(before)) continue;
      writeSync(file, before, 0, BLOCK, HEADERS + block * BLOCK);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(besides(path));
}

/** Undefined where the file has none. */
function readBlock(file: number, block: number): Buffer | undefined {
  const bytes = Buffer.alloc(BLOCK);
  const at = HEADERS + block * BLOCK;
  return fstatSync(file).size >= at + BLOCK && readSync(file, bytes, 0, BLOCK, at) === BLOCK
    ? bytes
    : undefined;
}

/** DuckDB's own checksum, in the first word of each block: 5381 xor each other word times a constant, modulo 2^64. */
function isWhole(block: Buffer): boolean {
  const words = new BigUint64Array(block.buffer, block.byteOffset, block.length / 8);
  let sum = 5_381n;
  for (const word of words.subarray(1)) sum ^= word * 0xbf58476d1ce4e5b9n;
  return BigInt.asUintN(64, sum) === words[0];
}
