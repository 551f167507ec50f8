import type { DuckDBConnection } from '@duckdb/node-api';
import { count, epochMs, named, text } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { Wrong } from '../../protocol/upkeep.ts';

/** Events whose ids are compared at a time, so that ten million need no more memory than half of one. */
const AT_ONCE = 500_000;

/** What is told of an event is told as it is there. */
const twiceRow = fromEvents({
  account: text,
  region: text,
  eventId: named('event_id', text),
  listedMs: named('listed_ms', epochMs),
  times: count,
});

/** Events that are there several times, part by part, with how many times too many. */
export async function* partsTwice(
  connection: DuckDBConnection,
  events: number,
): AsyncGenerator<readonly { readonly wrong: Wrong; readonly more: number }[]> {
  const parts = Math.max(1, Math.ceil(events / AT_ONCE));
  for (let part = 0; part < parts; part += 1) {
    const found = await rowsOf(
      connection,
      twiceRow,
      `SELECT account, region, event_id, min(listed_ms), count(*) FROM archive.events
       WHERE hash(event_id) % ${parts} = ${part} GROUP BY account, region, event_id HAVING count(*) > 1`,
    );
    yield found.map(({ times, ...event }) => ({
      wrong: { ...event, flaw: `It is there ${times} times.` },
      more: times - 1,
    }));
  }
}
