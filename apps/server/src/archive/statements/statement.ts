import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Sql } from '@trailglass/query';
import { valueOf } from './where.ts';

/** Runs a statement and gives its rows. */
export async function rowsOf(
  connection: DuckDBConnection,
  { sql, params }: Sql,
): Promise<readonly DuckDBValue[][]> {
  return (await connection.runAndReadAll(sql, params.map(valueOf))).getRows();
}

/** `a, b`, and so on. */
export const separated = (pieces: readonly Sql[], by = ', '): Sql => ({
  sql: pieces.map((piece) => piece.sql).join(by),
  params: pieces.flatMap((piece) => piece.params),
});

/**
 * Work whose statements all see the archive as it is at the first of them, and whose own tables go with it. The signal
 * ends a statement that runs (see Readers); between two of them it is for the work to ask.
 */
export async function inSnapshot<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  await connection.run('BEGIN');
  try {
    return await work();
  } finally {
    // After an error that ended the transaction there is none left.
    await connection.run('ROLLBACK').catch(() => undefined);
  }
}
