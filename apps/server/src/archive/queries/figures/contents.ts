import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Answer } from '../../protocol/protocol.ts';
import { accountId, count, epochMs, region } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { rowsOf } from '../../statements/statement.ts';

const contentsRow = fromEvents({
  account: accountId,
  region,
  events: count,
  oldest: epochMs,
  newest: epochMs,
});

/** What is kept of each scope. */
export async function readContents(connection: DuckDBConnection): Promise<Answer<'contents'>> {
  const scopes = await rowsOf(
    connection,
    contentsRow,
    sql`SELECT account, region, count(*), min(listed_ms), max(listed_ms)
      FROM archive.events GROUP BY account, region ORDER BY account, region`,
  );
  return { scopes };
}
