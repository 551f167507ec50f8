import type { DuckDBConnection } from '@duckdb/node-api';
import { joined, type Sql, sql } from '@trailglass/query';
import {
  earliest,
  endOfSecond,
  type EpochMs,
  moved,
  msOf,
  type Scope,
  scopeKey,
} from '@trailglass/record';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { fromStored } from '../../stored-event.ts';
import { between, inScopes, int64 } from '../../statements/place.ts';
import type { Found, Position, Read, Stop } from './read.types.ts';
import { type Run, startOf, stopAt } from './runs.ts';
import { type Slice, Slices } from './slices.ts';
import { accountId, count, region } from '../../statements/column.ts';
import { fromEvents, placedRow, storedRow } from '../../statements/event-row.ts';
import { rowsOf } from '../../statements/statement.ts';
import { whereOf } from '../../statements/where.ts';

/** Events that are looked at for a filter that SQL cannot decide, at a time. */
const CHUNK = 1_000;
/** After this what was found is told, and reading goes on with the next question. */
const SHOWN_AFTER_MS = 200;
/** And after this, that nothing was found so far. */
const TOLD_AFTER_MS = 1_000;

const columns: Sql = { sql: placedRow.names.join(', '), params: [] };

const behind = ({ listedMs, eventId }: Position): Sql =>
  sql`listed_ms <= ${int64(listedMs)} AND (listed_ms < ${int64(listedMs)} OR event_id < ${eventId})`;

/**
 * The newest events of all these scopes together that match, at most `limit`. Ends early, so that what was found is shown
 * while the rest is looked at.
 * @param scopes those that are answered; `read` names none where they are all that there are
 */
export async function readRun(
  connection: DuckDBConnection,
  read: Read,
  { scopes, signal }: { readonly scopes: readonly Scope[]; readonly signal: AbortSignal },
): Promise<Run> {
  const found: Found[] = [];
  const window = windowOf(read);
  const slices = new Slices(window, read.below && untilOf(read));
  const started = performance.now();
  const shown = started + SHOWN_AFTER_MS;
  let stopped: Stop | undefined;
  let { limit } = read;
  for (let slice = slices.next(); slice !== undefined; slice = slices.next()) {
    signal.throwIfAborted();
    const begun = performance.now();
    stopped = await readSlice(connection, { ...read, limit, slice, pause: shown }, found);
    if (stopped !== undefined) break;
    // Where matches are rare, each lies among others that are taken apart with it: those ahead can wait.
    limit = read.enough ?? limit;
    slices.took(performance.now() - begun);
    const pause = found.length > 0 ? shown : started + TOLD_AFTER_MS;
    const enough = found.length >= (read.enough ?? read.limit) || performance.now() > pause;
    if (enough && slice.from > window.from) {
      stopped = { listedMs: slice.from, eventId: '' };
      break;
    }
  }
  const stop = stopped ?? { listedMs: window.from, eventId: '' };
  return { scopes, found, start: startOf(read), stop };
}

const windowOf = ({ from, to }: Read): Slice => ({
  from: msOf(from),
  until: endOfSecond(to),
});
const untilOf = ({ to, below }: Read): EpochMs =>
  below ? earliest(endOfSecond(to), moved(below.listedMs, 1)) : endOfSecond(to);

/** Adds what matches. Where it stops within the slice, as there are enough or it is time, the place at which it does. */
async function readSlice(
  connection: DuckDBConnection,
  { slice, pause, ...read }: Read & { readonly slice: Slice; readonly pause: number },
  found: Found[],
): Promise<Stop | undefined> {
  const where = whereOf(read.filter);
  let position = read.below;
  for (;;) {
    const wanted = where.matches ? CHUNK : read.limit - found.length;
    const until = position ? earliest(slice.until, moved(position.listedMs, 1)) : slice.until;
    const below = position && position.listedMs < slice.until ? [behind(position)] : [];
    const asked = joined([inScopes(read.scopes), where, ...below], 'AND');
    const places = partsOf({ from: slice.from, until }, where);
    const from = places.map(
      (place) => sql`SELECT ${columns} FROM archive.events WHERE ${place} AND ${asked}`,
    );
    const there = await rowsOf(connection, placedRow, {
      sql: `${from.map((part) => part.sql).join(' UNION ALL ')}
       ORDER BY listed_ms DESC, event_id DESC LIMIT ${wanted}`,
      params: from.flatMap(({ params }) => params),
    });
    for (const one of there) {
      if (where.matches && !where.matches(fromStored(one.stored, one).event)) continue;
      found.push(one);
      if (found.length === read.limit) return stopAt(one);
    }
    const last = there.at(-1);
    if (last === undefined || there.length < wanted) return undefined;
    if (performance.now() > pause) return stopAt(last);
    position = stopAt(last);
  }
}

/**
 * A slice most often lies within one group of rows, which one thread reads alone. Where records are looked into, that is
 * shared by two.
 */
function partsOf({ from, until }: Slice, { sql }: Sql): readonly Sql[] {
  if (!sql.includes('"record"') || until - from < 2) return [between(from, until)];
  const middle = moved(from, Math.floor((until - from) / 2));
  return [between(middle, until), between(from, middle)];
}

/** How many events of each scope lie between where reading began and where it stopped, that one included. */
export async function countExamined(
  connection: DuckDBConnection,
  read: Read,
  stopped: Stop | undefined,
): Promise<ReadonlyMap<string, number>> {
  const from = stopped?.listedMs ?? msOf(read.from);
  const upTo = stopped ? [sql`(listed_ms > ${int64(from)} OR event_id >= ${stopped.eventId})`] : [];
  const below = read.below ? [behind(read.below)] : [];
  const where = joined(
    [between(from, untilOf(read)), inScopes(read.scopes), ...upTo, ...below],
    'AND',
  );
  const rows = await rowsOf(
    connection,
    counted,
    sql`SELECT account, region, count(*) FROM archive.events WHERE ${where} GROUP BY ALL`,
  );
  return new Map(rows.map(({ events, ...scope }) => [scopeKey(scope), events]));
}
const counted = fromEvents({ account: accountId, region, events: count });

/** One event by its id, within a window when its time is known. */
export async function readOne(
  connection: DuckDBConnection,
  { account, region, eventId, window }: Omit<Extract<Request, { op: 'event' }>, 'op'>,
): Promise<Answer<'event'>> {
  const within = window ? [between(msOf(window.from), endOfSecond(window.to))] : [];
  const where = joined(
    [sql`account = ${account} AND region = ${region} AND event_id = ${eventId}`, ...within],
    'AND',
  );
  const [event] = await rowsOf(connection, storedRow, {
    sql: `SELECT ${storedRow.names.join(', ')} FROM archive.events WHERE ${where.sql} LIMIT 1`,
    params: where.params,
  });
  return event === undefined ? {} : { event };
}
