import type { DuckDBConnection } from '@duckdb/node-api';
import { joined, type Sql, sql } from '@trailglass/query';
import type { Scope } from '@trailglass/record';
import { between, inScopes } from '../../statements/place.ts';
import { valueOf, whereOf } from '../../statements/where.ts';
import { type Answers, answersOf, countOf } from './read-answers.ts';
import { columns, foundOf, readRun } from './reader.ts';
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
  const placeFrom = (second: number): Sql =>
    joined([between(second * 1000, start.listedMs), inScopes(read.scopes), where], 'AND');
  for (;;) {
    how.signal.throwIfAborted();
    const { events, bytes } = await weigh(connection, placeFrom(from));
    const share = Math.min(MOST_EVENTS / events, MOST_BYTES / bytes);
    if (share >= 1) break;
    const until = Math.ceil(start.listedMs / 1000);
    if (until - from <= 1) return readRun(connection, { ...few, from }, how);
    from = until - Math.max(1, Math.floor((until - from) * Math.min(0.5, share)));
  }
  const found = await readAll(connection, placeFrom(from));
  return { scopes: how.scopes, found, start, stop: { listedMs: from * 1000, eventId: '' } };
}

/** What each scope is told of a stretch. */
export function stretchAnswers(run: Run, read: Read): Answers {
  const part = partOf(run, { ...read, limit: Infinity });
  return answersOf(read.scopes, part, countOf(part));
}

async function weigh(
  connection: DuckDBConnection,
  place: Sql,
): Promise<{ readonly events: number; readonly bytes: number }> {
  const weighed = await connection.runAndReadAll(
    `SELECT count(*), coalesce(sum(strlen(record)), 0) FROM archive.events WHERE ${place.sql}`,
    place.params.map(valueOf),
  );
  const [events, bytes] = weighed.getRows()[0] ?? [];
  return { events: Number(events), bytes: Number(bytes) };
}

const withTime = sql`${columns}, CASE WHEN plain THEN time_ms END`;

/** Newest first. They are sorted here, as the database would move whole records about to do so. */
async function readAll(connection: DuckDBConnection, place: Sql): Promise<readonly Found[]> {
  const rows = await connection.runAndReadAll(
    `SELECT ${withTime.sql} FROM archive.events WHERE ${place.sql}`,
    place.params.map(valueOf),
  );
  const found = rows.getRows().map((row): Found => {
    const one = foundOf(row);
    const time = row[6];
    return time === null ? one : { ...one, stored: { ...one.stored, timeMs: Number(time) } };
  });
  return found.toSorted(({ stored: a }, { stored: b }) => order(a, b));
}
