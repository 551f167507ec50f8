import type { DuckDBConnection } from '@duckdb/node-api';
import { optional, whole } from '../../statements/column.ts';
import { columnIn } from '../../statements/row.ts';
import { rowOf } from '../../statements/statement.ts';
import { Refusal } from '../refusal.ts';

/** Of the tables and what they mean. What an older version would misunderstand makes it one higher. */
const FORMAT = 1;

const versionRow = columnIn('archive.format', 'version', optional(whole));

/** Throws Refusal for an archive that a newer version has written: it may say what this one would misunderstand. */
export async function refuseNewer(connection: DuckDBConnection): Promise<void> {
  const there = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_tables() WHERE database_name = 'archive' AND table_name = 'format'",
  );
  if (there.currentRowCount === 0) return;
  const found = await rowOf(connection, versionRow, 'SELECT max(version) FROM archive.format');
  const version = found ?? FORMAT;
  if (version > FORMAT)
    throw new Refusal(
      `The event archive was written by a newer version of Trailglass: it has format ${version}, and this one knows ${FORMAT}. Nothing was changed; use that version, or another folder with --data-dir.`,
    );
}

/** The table that says so. */
export async function writeFormat(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE TABLE IF NOT EXISTS archive.format (version BIGINT)');
  await connection.run(
    `INSERT INTO archive.format SELECT ${FORMAT} WHERE NOT EXISTS (FROM archive.format)`,
  );
}
