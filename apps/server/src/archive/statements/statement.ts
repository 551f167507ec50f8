import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Sql, SqlValue } from '@trailglass/query';
import type { RowReader } from './row.ts';

/** A statement in SQL; one of a program's own words alone may be just these. */
export type Statement =
  | string
  | { readonly sql: string; readonly params: readonly (SqlValue | bigint | null)[] };

/** A whole number would be bound as 32 bits, in which times overflow. */
const valueOf = (value: SqlValue | bigint | null): DuckDBValue =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

const partsOf = (statement: Statement): [sql: string, values: DuckDBValue[]] =>
  typeof statement === 'string' ? [statement, []] : [statement.sql, statement.params.map(valueOf)];

/** Runs a statement. @returns how many rows it changed */
export async function run(connection: DuckDBConnection, statement: Statement): Promise<number> {
  return (await connection.run(...partsOf(statement))).rowsChanged;
}

/** The rows of a statement. Throws WrongRow. */
export async function rowsOf<T>(
  connection: DuckDBConnection,
  row: RowReader<T>,
  statement: Statement,
): Promise<T[]> {
  const found = await connection.runAndReadAll(...partsOf(statement));
  return found.getRows().map((values) => row.read(values));
}

/** The first row of a statement that always has one, as a count has. */
export async function rowOf<T>(
  connection: DuckDBConnection,
  row: RowReader<T>,
  statement: Statement,
): Promise<T> {
  const found = await connection.runAndReadAll(...partsOf(statement));
  return row.read(found.getRows()[0] ?? []);
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
