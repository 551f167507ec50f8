import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdb, type Filter, joined, matcher, type Sql, sql, toSql } from '@trailglass/query';
import type { About } from '../../protocol/figures.ts';
import { eventsOf, idsToLookAt } from './one-by-one.ts';
import { placeOf } from './place.ts';
import { run } from '../../statements/statement.ts';

/**
 * A condition on archive.events that holds for exactly the events that match, within the snapshot. What SQL decides it
 * decides; the rest is looked at here, once. Undefined if that is too much.
 * @param often the condition is used several times: what is costly to find is found once
 */
export async function matching(
  connection: DuckDBConnection,
  about: About,
  how: How,
): Promise<Sql | undefined> {
  const place = placeOf(about);
  const matches = await matchingWithin(connection, { place, filter: about.filter }, how);
  return matches && joined([place, matches], 'AND');
}

interface How {
  readonly often: boolean;
  readonly signal: AbortSignal;
}
interface Within {
  /** A condition on archive.events. */
  readonly place: Sql;
  readonly filter: Filter;
  /** The name of its own table, where one snapshot has several of these. */
  readonly table?: string;
}

/** The same for the events of any place: it says nothing of others. */
export async function matchingWithin(
  connection: DuckDBConnection,
  { place, filter, table = 'matching' }: Within,
  { often, signal }: How,
): Promise<Sql | undefined> {
  const { exact, sure, ...may } = toSql(filter, duckdb);
  const looksIntoRecords = may.sql.includes('"record"');
  if (exact && !(often && looksIntoRecords)) return sql`(${may})`;

  const kept: Sql = { sql: `temp.${table}`, params: [] };
  // A value of the filter may stand in this statement many times; each is a parameter of its own.
  await run(
    connection,
    sql`CREATE TEMP TABLE ${kept} AS
      SELECT rowid AS id, coalesce(${sure}, FALSE) AS sure FROM archive.events WHERE ${place} AND (${may})`,
  );
  signal.throwIfAborted();
  const open = await idsToLookAt(connection, sql`SELECT id FROM ${kept} WHERE NOT sure`);
  if (open === undefined) return undefined;
  const matches = matcher(filter);
  const more: bigint[] = [];
  for await (const { id, event } of eventsOf(connection, open, signal))
    if (matches(event)) more.push(id);
  await addSure(connection, table, more);
  signal.throwIfAborted();
  return sql`rowid IN (SELECT id FROM ${kept} WHERE sure)`;
}

async function addSure(
  connection: DuckDBConnection,
  table: string,
  ids: readonly bigint[],
): Promise<void> {
  const appender = await connection.createAppender(table, 'main', 'temp');
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
