import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';

/** Sorts more than the memory holds, and more or less than may be put on disk. */
const sortOf = (rows: number): string =>
  `SELECT sum(length(v)) FROM (SELECT * FROM (SELECT hash(i) AS k, repeat(md5(i::VARCHAR), 10) AS v
   FROM range(${rows}) AS t(i)) ORDER BY k OFFSET 1)`;

describe('S16, S17: a query that finds no room in memory or on disk fails alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailglass-spill-'));
  const spill = join(folder, 'spill');
  let connect: Database['connect'];
  let connection: DuckDBConnection;
  beforeAll(async () => {
    ({ connect } = await openDatabase({ kind: 'folder', folder }));
    connection = await connect();
    await connection.run('CREATE TABLE archive.kept AS SELECT 42 AS n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    const other = await connect();
    expect((await other.runAndReadAll('SELECT n FROM archive.kept')).getRows()).toEqual([[42]]);
    await other.run('INSERT INTO archive.kept VALUES (42)');
    await other.run('DELETE FROM archive.kept WHERE rowid > 0');
  });

  test('one list of all values, which is never put on disk', async () => {
    await expect(
      connection.run('SELECT len(list(repeat(chr(65), 1000) || i)) FROM range(2000000) AS t(i)'),
    ).rejects.toThrow(/out of memory/i);
  });

  test('more than may be put on disk', async () => {
    await expect(connection.run(sortOf(8_000_000))).rejects.toThrow(
      /out of memory|temp_directory/i,
    );
  });

  test('the folder was removed meanwhile: made again, or the query fails', async () => {
    rmSync(spill, { recursive: true, force: true });
    await connection.run(sortOf(2_000_000)).catch((error: Error) => {
      expect(error.message).toMatch(/IO Error|out of memory/i);
    });
  });

  test('where the folder should be is a file', async () => {
    rmSync(spill, { recursive: true, force: true });
    expect(existsSync(spill)).toBe(false);
    writeFileSync(spill, 'no folder');
    await expect(connection.run(sortOf(4_000_000))).rejects.toThrow(/IO Error/i);
  });
});
