import type { DuckDBConnection } from '@duckdb/node-api';
import type { Wrong } from '../../protocol/upkeep.ts';

/** Events whose ids are compared at a time, so that ten million need no more memory than half of one. */
const AT_ONCE = 500_000;

/** Events that are there several times, part by part, with how many times too many. */
export async function* partsTwice(
  connection: DuckDBConnection,
  events: number,
): AsyncGenerator<readonly { readonly wrong: Wrong; readonly more: number }[]> {
  const parts = Math.max(1, Math.ceil(events / AT_ONCE));
  for (let part = 0; part < parts; part += 1) {
    const found = await connection.runAndReadAll(
      `SELECT account, region, event_id, min(listed_ms), count(*) FROM archive.events
       WHERE hash(event_id) % ${parts} = ${part} GROUP BY account, region, event_id HAVING count(*) > 1`,
    );
    yield found.getRows().map(([account, region, eventId, listedMs, count]) => ({
      wrong: {
        account: String(account),
        region: String(region),
        eventId: String(eventId),
        listedMs: Number(listedMs),
        flaw: `It is there ${Number(count)} times.`,
      },
      more: Number(count) - 1,
    }));
  }
}
