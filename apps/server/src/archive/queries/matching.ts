import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdb, joined, matcher, type Sql, sql, toSql } from '@trailglass/query';
import type { About } from '../figures-protocol.ts';
import { eventsOf, idsToLookAt } from './one-by-one.ts';
import { placeOf } from './place.ts';
import { rowsOf } from './statement.ts';

/**
 * A condition on archive.events that holds for exactly the events that match, within the snapshot. What SQL decides it
 * decides; the rest is looked at here, once. Undefined if that is too much.
 * @param often the condition is used several times: what is costly to find is found once
 */
export async function matching(
  connection: DuckDBConnection,
  about: About,
  { often, signal }: { readonly often: boolean; readonly signal: AbortSignal },
): Promise<Sql | undefined> {
  const { exact, sure, ...may } = toSql(about.filter, duckdb);
  const found = joined([placeOf(about), sql`(${may})`], 'AND');
  const looksIntoRecords = may.sql.includes('"record"');
  if (exact && !(often && looksIntoRecords)) return found;

  // A value of the filter may stand in this statement many times; each is a parameter of its own.
  await rowsOf(
    connection,
    sql`CREATE TEMP TABLE matching AS
      SELECT rowid AS id, coalesce(${sure}, FALSE) AS sure FROM archive.events WHERE ${found}`,
  );
  signal.throwIfAborted();
  const open = await idsToLookAt(connection, sql`SELECT id FROM temp.matching WHERE NOT sure`);
  if (open === undefined) return undefined;
  const matches = matcher(about.filter);
  const more: bigint[] = [];
  for await (const { id, event } of eventsOf(connection, open, signal))
    if (matches(event)) more.push(id);
  await addSure(connection, more);
  signal.throwIfAborted();
  return sql`rowid IN (SELECT id FROM temp.matching WHERE sure)`;
}

async function addSure(connection: DuckDBConnection, ids: readonly bigint[]): Promise<void> {
  const appender = await connection.createAppender('matching', 'main', 'temp');
  try {
    for (const id of ids) {
      appender.appendBigInt(id);
      appender.appendBoolean(true);
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
