import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Scope } from '@trailglass/record';
import { fromStored, type StoredEvent } from '../stored-event.ts';
import type { Answer, Request } from '../protocol.ts';
import { whereOf } from './where.ts';

/** Events that are looked at for a filter that SQL cannot decide: at a time, and before what was found is told. */
const CHUNK = 1_000;
const SLICE = 10_000;

type Read = Omit<Extract<Request, { op: 'read' }>, 'op'>;
type Position = NonNullable<Read['below']>;

const columns = 'event_id, listed_ms, envelope, record';
const storedOf = (row: readonly DuckDBValue[]): StoredEvent => ({
  eventId: String(row[0]),
  listedMs: Number(row[1]),
  envelope: String(row[2]),
  record: String(row[3]),
});

/** A condition for the events of a scope and window, down to below a position. */
function placeOf({ account, region, from, to, below }: Read): {
  sql: string;
  params: DuckDBValue[];
} {
  const end = BigInt(to + 1) * 1000n;
  const params: DuckDBValue[] = [account, region, BigInt(from) * 1000n, end];
  const window = 'account = ? AND region = ? AND listed_ms >= ? AND listed_ms < ?';
  if (!below) return { sql: window, params };
  const at = BigInt(below.listedMs);
  return {
    sql: `${window} AND listed_ms <= ? AND (listed_ms < ? OR event_id < ?)`,
    params: [...params, at, at, below.eventId],
  };
}

/** The newest events of a window that match, at most `limit`; where more may be, the position to go on behind. */
export async function readEvents(
  connection: DuckDBConnection,
  read: Read,
): Promise<Answer<'read'>> {
  const where = whereOf(read.filter);
  const scope: Scope = read;
  const events: StoredEvent[] = [];
  let position = read.below;
  let looked = 0;
  let done = false;
  while (!done && events.length < read.limit && looked < SLICE) {
    const wanted = where.matches ? CHUNK : read.limit;
    const place = placeOf({ ...read, below: position });
    const rows = await connection.runAndReadAll(
      `SELECT ${columns} FROM archive.events WHERE ${place.sql} AND (${where.sql})
       ORDER BY listed_ms DESC, event_id DESC LIMIT ${wanted}`,
      [...place.params, ...where.params],
    );
    const found = rows.getRows().map(storedOf);
    done = found.length < wanted;
    looked += found.length;
    for (const [index, event] of found.entries()) {
      position = { listedMs: event.listedMs, eventId: event.eventId };
      if (where.matches && !where.matches(fromStored(event, scope).event)) continue;
      events.push(event);
      if (events.length === read.limit) {
        done = done && index === found.length - 1;
        break;
      }
    }
  }
  const below = done ? undefined : position;
  const examined = await count(connection, read, below);
  return { events, examined, ...(below === undefined ? {} : { below }) };
}

/** How many events lie between where reading began and where it stopped, that one included. */
async function count(
  connection: DuckDBConnection,
  read: Read,
  stopped: Position | undefined,
): Promise<number> {
  const begun = placeOf(read);
  const at = stopped && BigInt(stopped.listedMs);
  const upTo =
    stopped === undefined || at === undefined
      ? { sql: '', params: [] }
      : {
          sql: 'AND listed_ms >= ? AND (listed_ms > ? OR event_id >= ?)',
          params: [at, at, stopped.eventId],
        };
  const found = await connection.runAndReadAll(
    `SELECT count(*) FROM archive.events WHERE ${begun.sql} ${upTo.sql}`,
    [...begun.params, ...upTo.params],
  );
  return Number(found.getRows()[0]?.[0]);
}

/** One event by its id, within a window when its time is known. */
export async function readOne(
  connection: DuckDBConnection,
  { account, region, eventId, window }: Omit<Extract<Request, { op: 'event' }>, 'op'>,
): Promise<Answer<'event'>> {
  const times = window
    ? [BigInt(window.from) * 1000n, BigInt(window.to + 1) * 1000n]
    : ([] as bigint[]);
  const rows = await connection.runAndReadAll(
    `SELECT ${columns} FROM archive.events WHERE account = ? AND region = ? AND event_id = ?
     ${window ? 'AND listed_ms >= ? AND listed_ms < ?' : ''} LIMIT 1`,
    [account, region, eventId, ...times],
  );
  const [row] = rows.getRows();
  return row === undefined ? {} : { event: storedOf(row) };
}
