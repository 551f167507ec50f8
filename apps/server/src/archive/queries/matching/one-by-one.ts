import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';
import { setImmediate as turn } from 'node:timers/promises';
import { fromStored } from '../../stored-event.ts';
import { rowId } from '../../statements/column.ts';
import { oneOfEvents, type PlacedEvent, placedRow } from '../../statements/event-row.ts';
import type { RowReader } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';

/** Events that a figure may look at itself, where SQL cannot decide: about three seconds of work. */
export const MOST_ONE_BY_ONE = 50_000;
/** Held at a time; and how many are looked at before others have their turn. */
const SLICE = 500;
const TURN = 50;

const idRow = oneOfEvents('rowid', rowId);
const numberedRow: RowReader<{ readonly id: bigint; readonly placed: PlacedEvent }> = {
  read: (row) => ({ id: idRow.read(row), placed: placedRow.read(row, 1) }),
};

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
    const found = await rowsOf(connection, numberedRow, {
      sql: `SELECT rowid, ${placedRow.names.join(', ')} FROM archive.events
       WHERE rowid BETWEEN ? AND ? AND rowid IN (${marks})`,
      params: [slice[0] ?? 0n, slice.at(-1) ?? 0n, ...slice],
    });
    for (const [n, { id, placed }] of found.entries()) {
      if (n % TURN === TURN - 1) await turn();
      yield { id, event: fromStored(placed.stored, placed).event };
    }
  }
}

/** The sorted row ids of a query that selects them as `id`; undefined if there are too many to look at. */
export async function idsToLookAt(
  connection: DuckDBConnection,
  query: ReturnType<typeof sql>,
): Promise<readonly bigint[] | undefined> {
  const ids = await rowsOf(
    connection,
    idRow,
    sql`SELECT id FROM (${query}) LIMIT ${MOST_ONE_BY_ONE + 1}`,
  );
  if (ids.length > MOST_ONE_BY_ONE) return undefined;
  return ids.toSorted((a, b) => (a < b ? -1 : 1));
}
