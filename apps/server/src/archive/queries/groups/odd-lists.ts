import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { finder, type Sql, sql, type Subject } from '@trailglass/query';
import { eventsOf, idsToLookAt } from '../matching/one-by-one.ts';

/** The matching events whose records SQL does not look into, with the values at path n as a list in a column `odd_n`. */
export const oddLists = (matched: Sql): Sql =>
  sql`(SELECT rowid AS event, * FROM archive.events WHERE NOT "plain" AND ${matched})
      JOIN temp.odd_lists ON event = id`;

export const oddList = (path: number): Sql => ({ sql: `odd_${Math.trunc(path)}`, params: [] });

/** Reads the paths of those events; '' stands for an object. False if they are too many. */
export async function collectOddLists(
  connection: DuckDBConnection,
  {
    paths,
    matched,
    signal,
  }: { readonly paths: readonly Subject[]; readonly matched: Sql; readonly signal: AbortSignal },
): Promise<boolean> {
  if (paths.length === 0) return true;
  signal.throwIfAborted();
  const columns = paths.map((_, n) => `${oddList(n).sql} VARCHAR[]`).join(', ');
  await connection.run(`CREATE TEMP TABLE odd_lists (id BIGINT, ${columns})`);
  const odd = await idsToLookAt(
    connection,
    sql`SELECT rowid AS id FROM archive.events WHERE NOT "plain" AND ${matched}`,
  );
  if (odd === undefined) return false;
  const finders = paths.map(finder);
  const appender = await connection.createAppender('odd_lists', 'main', 'temp');
  try {
    for await (const { id, event } of eventsOf(connection, odd, signal)) {
      appender.appendBigInt(id);
      for (const find of finders) {
        const texts = [...new Set(find(event).map(({ text = '' }) => text))];
        appender.appendList(listValue(texts), LIST(VARCHAR));
      }
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  return true;
}
