import type { DuckDBConnection } from '@duckdb/node-api';
import { joined, type Sql, sql } from '@trailglass/query';
import { type EpochSecond, moved, msOf, type Scope, secondOf } from '@trailglass/record';
import { between, inScopes } from '../../statements/place.ts';
import { count, epochMs, optional } from '../../statements/column.ts';
import { fromEvents, oneOfEvents, placedRow } from '../../statements/event-row.ts';
import type { RowIn, RowReader } from '../../statements/row.ts';
import { rowOf, rowsOf } from '../../statements/statement.ts';
import { whereOf } from '../../statements/where.ts';
import { type Answers, answersOf, countOf } from './read-answers.ts';
import { readRun } from './reader.ts';
import type { Found, Read } from './read.types.ts';
import { order, partOf, type Run, startOf } from './runs.ts';

/** Held at a time, and sent in one message: events, and bytes of their records. */
const MOST_EVENTS = 16_000;
const MOST_BYTES = 16_000_000;
/** What is read one after the other, where even a second holds more than that. */
const FEW = 500;

interface How {
  readonly scopes: readonly Scope[];
  readonly signal: AbortSignal;
}

/**
 * All events of a short window that match, or of its newer end where that would be too much. Records are compressed by
 * the thousand, of all scopes together: to take each apart once is what makes this fast.
 */
export async function readStretch(
  connection: DuckDBConnection,
  read: Read,
  how: How,
): Promise<Run> {
  const where = whereOf(read.filter);
  const start = startOf(read);
  const few = { ...read, limit: FEW };
  // Behind an event, or with a filter that needs every event's record parsed: from one to the next.
  if (start.eventId !== '' || where.matches) return readRun(connection, few, how);
  let { from } = read;
  const placeFrom = (second: EpochSecond): Sql =>
    joined([between(msOf(second), start.listedMs), inScopes(read.scopes), where], 'AND');
  for (;;) {
    how.signal.throwIfAborted();
    const { events, bytes } = await weigh(connection, placeFrom(from));
    const share = Math.min(MOST_EVENTS / events, MOST_BYTES / bytes);
    if (share >= 1) break;
    const until = secondOf(moved(start.listedMs, 999));
    if (until - from <= 1) return readRun(connection, { ...few, from }, how);
    from = moved(until, -Math.max(1, Math.floor((until - from) * Math.min(0.5, share))));
  }
  const found = await readAll(connection, placeFrom(from));
  return { scopes: how.scopes, found, start, stop: { listedMs: msOf(from), eventId: '' } };
}

/** What each scope is told of a stretch. */
export function stretchAnswers(run: Run, read: Read): Answers {
  const part = partOf(run, { ...read, limit: Infinity });
  return answersOf(read.scopes, part, countOf(part));
}

const weighed = fromEvents({ events: count, bytes: count });
const weigh = (connection: DuckDBConnection, place: Sql): Promise<RowIn<typeof weighed>> =>
  rowOf(
    connection,
    weighed,
    sql`SELECT count(*), coalesce(sum(strlen(record)), 0) FROM archive.events WHERE ${place}`,
  );

const withTime = [...placedRow.names, 'CASE WHEN plain THEN time_ms END'].join(', ');
const timeRow = oneOfEvents('time_ms', optional(epochMs));
const foundRow: RowReader<Found> = {
  read: (row) => {
    const one = placedRow.read(row);
    const timeMs = timeRow.read(row, placedRow.names.length);
    return timeMs === undefined ? one : { ...one, stored: { ...one.stored, timeMs } };
  },
};

/** Newest first. They are sorted here, as the database would move whole records about to do so. */
async function readAll(connection: DuckDBConnection, place: Sql): Promise<readonly Found[]> {
  const found = await rowsOf(connection, foundRow, {
    sql: `SELECT ${withTime} FROM archive.events WHERE ${place.sql}`,
    params: place.params,
  });
  return found.toSorted(({ stored: a }, { stored: b }) => order(a, b));
}
