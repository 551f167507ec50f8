import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Answer } from '../../protocol/protocol.ts';
import { rowsOf } from '../../statements/statement.ts';

/** What lies before a second. */
export async function readOlder(
  connection: DuckDBConnection,
  before: number,
): Promise<Answer<'older'>> {
  const [row] = await rowsOf(
    connection,
    sql`SELECT count(*), count(DISTINCT account || ':' || region), min(listed_ms), max(listed_ms)
      FROM archive.events WHERE listed_ms < ${before * 1000}`,
  );
  const [events, scopes, oldest, newest] = row ?? [];
  return {
    events: Number(events),
    scopes: Number(scopes),
    ...(typeof oldest === 'bigint' && { oldest: Number(oldest) }),
    ...(typeof newest === 'bigint' && { newest: Number(newest) }),
  };
}
