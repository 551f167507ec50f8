import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../../../../test/against-archive.ts';
import { openDatabase } from './database.ts';

/** Sorts more than the memory holds, and more or less than may be put on disk. */
const sortOf = (rows: number): string =>
  `SELECT sum(length(v)) FROM (SELECT * FROM (SELECT hash(i) AS k, repeat(md5(i::VARCHAR), 10) AS v
   FROM range(${rows}) AS t(i)) ORDER BY k OFFSET 1)`;

test('S16, S17: a query that finds no room in memory or on disk fails alone', async () => {
  const folder = emptyFolder();
  const { connect } = await openDatabase({ kind: 'folder', folder });
  const connection = await connect();
  await connection.run('CREATE TABLE archive.kept AS SELECT 42 AS n');
  const expectAlive = async (): Promise<void> => {
    const other = await connect();
    expect((await other.runAndReadAll('SELECT n FROM archive.kept')).getRows()).toEqual([[42]]);
    await other.run('INSERT INTO archive.kept VALUES (42)');
    await other.run('DELETE FROM archive.kept WHERE rowid > 0');
  };
  const spill = join(folder, 'spill');
  // One list of all values is never put on disk.
  await expect(
    connection.run('SELECT len(list(repeat(chr(65), 1000) || i)) FROM range(2000000) AS t(i)'),
  ).rejects.toThrow(/out of memory/i);
  await expectAlive();
  await expect(connection.run(sortOf(8_000_000))).rejects.toThrow(/out of memory|temp_directory/i);
  await expectAlive();
  // Removed meanwhile: made again, or the query fails.
  rmSync(spill, { recursive: true, force: true });
  await connection.run(sortOf(2_000_000)).catch((error: Error) => {
    expect(error.message).toMatch(/IO Error|out of memory/i);
  });
  await expectAlive();
  rmSync(spill, { recursive: true, force: true });
  expect(existsSync(spill)).toBe(false);
  writeFileSync(spill, 'no folder');
  await expect(connection.run(sortOf(4_000_000))).rejects.toThrow(/IO Error/i);
  await expectAlive();
});
