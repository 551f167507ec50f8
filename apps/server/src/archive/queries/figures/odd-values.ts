import type { DuckDBConnection } from '@duckdb/node-api';
import { finder, type Sql, sql, type Subject } from '@trailglass/query';
import { eventsOf, idsToLookAt } from '../matching/one-by-one.ts';
import { run } from '../../statements/statement.ts';

/** Values that were collected for the path of this number, as rows of one column `value` (see groupsOf). */
export const oddValues = (path: number): Sql =>
  sql`SELECT value FROM temp.odd_values WHERE path = ${path}`;

/** Reads the paths of those matching events whose records SQL does not look into. False if they are too many. */
export async function collectOddValues(
  connection: DuckDBConnection,
  {
    paths,
    matched,
    signal,
  }: { readonly paths: readonly Subject[]; readonly matched: Sql; readonly signal: AbortSignal },
): Promise<boolean> {
  if (paths.length === 0) return true;
  signal.throwIfAborted();
  await run(connection, sql`CREATE TEMP TABLE odd_values (path BIGINT, value VARCHAR)`);
  const odd = await idsToLookAt(
    connection,
    sql`SELECT rowid AS id FROM archive.events WHERE NOT "plain" AND ${matched}`,
  );
  if (odd === undefined) return false;
  const finders = paths.map(finder);
  const appender = await connection.createAppender('odd_values', 'main', 'temp');
  try {
    for await (const { event } of eventsOf(connection, odd, signal))
      for (const [path, find] of finders.entries()) {
        const found = find(event);
        const values = found.length === 0 ? [null] : new Set(found.map(({ text = '' }) => text));
        for (const value of values) {
          appender.appendBigInt(BigInt(path));
          if (value === null) appender.appendNull();
          else appender.appendVarchar(value);
          appender.endRow();
        }
      }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  return true;
}
