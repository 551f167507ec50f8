import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import { earliest, type EpochSecond, moved, msOf, secondOf } from '@trailglass/record';
import { epochMs } from '../../statements/column.ts';
import { countEvents, oneOfEvents } from '../../statements/event-row.ts';
import { int64 } from '../../statements/place.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { Ledger } from '../coverage/ledger.ts';
import { inTransaction } from '../../statements/transaction.ts';

/** A second; what is listed in it is not older. */
type Before = EpochSecond;

export const countBefore = (connection: DuckDBConnection, before: Before): Promise<number> =>
  countEvents(connection, sql`listed_ms < ${int64(msOf(before))}`);

const timeRow = oneOfEvents('listed_ms', epochMs);

/**
 * The second before which about so many of the oldest events lie, `before` at the latest. Never less than one second
 * of them: a second is covered whole or not at all.
 */
export async function batchEnd(
  connection: DuckDBConnection,
  before: Before,
  events: number,
): Promise<Before> {
  const [listedMs] = await rowsOf(connection, timeRow, {
    sql: `SELECT listed_ms FROM archive.events WHERE listed_ms < ? ORDER BY listed_ms LIMIT 1 OFFSET ${events}`,
    params: [BigInt(msOf(before))],
  });
  return listedMs === undefined ? before : earliest(before, moved(secondOf(listedMs), 1));
}

/**
 * Deletes the events from before a second, and in the same transaction that they were read. The ledger forgets it first:
 * whoever looks between the two reads again what is still there, and nobody counts on what is not. To be called when
 * nothing is being written. @returns how many events
 */
export async function forgetBefore(
  connection: DuckDBConnection,
  ledger: Ledger,
  before: Before,
): Promise<number> {
  const second = BigInt(before);
  ledger.forget(before);
  return inTransaction(connection, async () => {
    const gone = await connection.run('DELETE FROM archive.events WHERE listed_ms < ?', [
      BigInt(msOf(before)),
    ]);
    await connection.run(
      `INSERT INTO archive.coverage SELECT account, region, kind, ?, to_s, fetched_s
       FROM archive.coverage WHERE from_s < ? AND to_s >= ?`,
      [second, second, second],
    );
    await connection.run('DELETE FROM archive.coverage WHERE from_s < ?', [second]);
    return gone.rowsChanged;
  });
}
