import type { DuckDBConnection } from '@duckdb/node-api';
import { eventColumns, type ColumnType, type ColumnValue } from '@trailglass/query';
import type { Listed, StoredEvent } from '../../stored-event.ts';
import { count, text } from '../../statements/column.ts';
import { columnIn } from '../../statements/row.ts';
import { rowOf, rowsOf } from '../../statements/statement.ts';
import { writeFormat } from './format.ts';
import { notesTable } from './notes-table.ts';
import { viewsTable } from './views-table.ts';

export interface StoredColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly read: (listed: Listed, stored: StoredEvent) => ColumnValue;
}

/** What a filter may look at, and behind it what the store itself needs to give the same event again. */
export const storedColumns: readonly StoredColumn[] = [
  ...eventColumns.map(({ name, type, read }) => ({
    name,
    type,
    read: ({ event }: Listed, { record }: StoredEvent) =>
      name === 'record' ? record : read(event),
  })),
  { name: 'listed_ms', type: 'BIGINT', read: ({ at }) => at },
  { name: 'envelope', type: 'VARCHAR', read: (_, { envelope }) => envelope },
];

const compressed = new Set(['record', 'envelope']);
const written = storedColumns
  .map(
    ({ name, type }) => `"${name}" ${type}${compressed.has(name) ? ' USING COMPRESSION zstd' : ''}`,
  )
  .join(', ');

/** No index: on this table they cost more than they find, and are what has damaged files most often. */
export const eventsTable = (name: string): string => `CREATE TABLE ${name} (${written})`;

const coverageTable = `CREATE TABLE IF NOT EXISTS archive.coverage (
  account VARCHAR, region VARCHAR, kind VARCHAR, from_s BIGINT, to_s BIGINT, fetched_s BIGINT)`;

/** One row a source: who its credentials were when they last worked. */
const callersTable =
  'CREATE TABLE IF NOT EXISTS archive.callers (source VARCHAR, account VARCHAR, arn VARCHAR)';

const keepingTables = [
  `CREATE TABLE IF NOT EXISTS archive.keeping (
    account VARCHAR, region VARCHAR, keep BOOLEAN, hourly_s BIGINT, daily_s BIGINT)`,
  'CREATE TABLE IF NOT EXISTS archive.keeping_paused (paused BOOLEAN)',
];

const tablesRow = columnIn('duckdb_tables()', 'count(*)', count);

/** The tables beside the events. True when one of them was not there before. */
export async function makeTables(connection: DuckDBConnection): Promise<boolean> {
  const tables = (): Promise<number> =>
    rowOf(
      connection,
      tablesRow,
      "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'archive'",
    );
  const before = await tables();
  await connection.run(coverageTable);
  await connection.run(callersTable);
  await connection.run(viewsTable);
  await connection.run(notesTable);
  for (const table of keepingTables) await connection.run(table);
  await writeFormat(connection);
  return (await tables()) !== before;
}

export async function forgetAll(connection: DuckDBConnection): Promise<void> {
  await connection.run('DROP TABLE IF EXISTS archive.events');
  await connection.run('DROP TABLE IF EXISTS archive.coverage');
  await connection.run('DROP TABLE IF EXISTS archive.callers');
}

const shape = storedColumns.map(({ name, type }) => `${name} ${type}`).join(', ');

const columnRow = columnIn('duckdb_columns()', 'column_name', text);

/** Whether the table of events is there, and has the columns of this version. */
export async function stateOfEvents(
  connection: DuckDBConnection,
): Promise<'absent' | 'current' | 'other'> {
  const columns = await rowsOf(
    connection,
    columnRow,
    `SELECT column_name || ' ' || data_type FROM duckdb_columns()
     WHERE database_name = 'archive' AND table_name = 'events' ORDER BY column_index`,
  );
  if (columns.length === 0) return 'absent';
  return columns.join(', ') === shape ? 'current' : 'other';
}
