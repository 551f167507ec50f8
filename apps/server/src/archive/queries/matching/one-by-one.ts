import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { AccountId, Region, TrailEvent } from '@trailglass/record';
import { setImmediate as turn } from 'node:timers/promises';
import { fromStored } from '../../stored-event.ts';
import { rowsOf } from '../../statements/statement.ts';

/** Events that a figure may look at itself, where SQL cannot decide: about three seconds of work. */
export const MOST_ONE_BY_ONE = 50_000;
/** Held at a time; and how many are looked at before others have their turn. */
const SLICE = 500;
const TURN = 50;

/** Events by their row ids, which are sorted. Within a snapshot, where a row keeps its id. */
export async function* eventsOf(
  connection: DuckDBConnection,
  ids: readonly bigint[],
  signal: AbortSignal,
): AsyncGenerator<{ readonly id: bigint; readonly event: TrailEvent }> {
  for (let start = 0; start < ids.length; start += SLICE) {
    signal.throwIfAborted();
    const slice = ids.slice(start, start + SLICE);
    const marks = slice.map(() => '?').join(', ');
    const found = await connection.runAndReadAll(
      `SELECT rowid, account, region, event_id, listed_ms, envelope, record FROM archive.events
       WHERE rowid BETWEEN ? AND ? AND rowid IN (${marks})`,
      [slice[0] ?? 0n, slice.at(-1) ?? 0n, ...slice],
    );
    for (const [n, [id, account, region, eventId, listedMs, envelope, record]] of found
      .getRows()
      .entries()) {
      if (n % TURN === TURN - 1) await turn();
      const stored = {
        eventId: String(eventId),
        listedMs: Number(listedMs),
        envelope: String(envelope),
        record: String(record),
      };
      const scope = { account: String(account) as AccountId, region: String(region) as Region };
      yield { id: BigInt(String(id)), event: fromStored(stored, scope).event };
    }
  }
}

/** The sorted row ids of a query that selects them as `id`; undefined if there are too many to look at. */
export async function idsToLookAt(
  connection: DuckDBConnection,
  query: ReturnType<typeof sql>,
): Promise<readonly bigint[] | undefined> {
  const rows = await rowsOf(
    connection,
    sql`SELECT id FROM (${query}) LIMIT ${MOST_ONE_BY_ONE + 1}`,
  );
  if (rows.length > MOST_ONE_BY_ONE) return undefined;
  return rows.map(([id]) => BigInt(String(id))).toSorted((a, b) => (a < b ? -1 : 1));
}
