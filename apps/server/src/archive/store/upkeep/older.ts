import { type EpochSecond, msOf } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Answer } from '../../protocol/protocol.ts';
import { count, epochMs, optional } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { int64 } from '../../statements/place.ts';
import { rowOf } from '../../statements/statement.ts';

const olderRow = fromEvents({
  events: count,
  scopes: count,
  oldest: optional(epochMs),
  newest: optional(epochMs),
});

/** What lies before a second. */
export async function readOlder(
  connection: DuckDBConnection,
  before: EpochSecond,
): Promise<Answer<'older'>> {
  return rowOf(
    connection,
    olderRow,
    sql`SELECT count(*), count(DISTINCT account || ':' || region), min(listed_ms), max(listed_ms)
      FROM archive.events WHERE listed_ms < ${int64(msOf(before))}`,
  );
}
