import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Answer } from '../../protocol/protocol.ts';
import { rowsOf } from '../../statements/statement.ts';

/** What is kept of each scope. */
export async function readContents(connection: DuckDBConnection): Promise<Answer<'contents'>> {
  const rows = await rowsOf(
    connection,
    sql`SELECT account, region, count(*), min(listed_ms), max(listed_ms)
      FROM archive.events GROUP BY account, region ORDER BY account, region`,
  );
  return {
    scopes: rows.map(([account, region, events, oldest, newest]) => ({
      account: String(account),
      region: String(region),
      events: Number(events),
      oldest: Number(oldest),
      newest: Number(newest),
    })),
  };
}
