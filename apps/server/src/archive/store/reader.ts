import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { joined, type Sql, sql } from '@trailglass/query';
import { type AccountId, type Region, scopeKey, type Scope } from '@trailglass/record';
import type { Answer, Request } from '../protocol.ts';
import { fromStored, type StoredEvent } from '../stored-event.ts';
import { between, inScopes, ms } from './place.ts';
import type { Position, Read } from './read.types.ts';
import { type Slice, Slices } from './slices.ts';
import { valueOf, whereOf } from './where.ts';

/** Events that are looked at for a filter that SQL cannot decide, at a time. */
const CHUNK = 1_000;
/** After this what was found is told, and reading goes on with the next question. */
const SHOWN_AFTER_MS = 200;

interface Found extends Scope {
  readonly stored: StoredEvent;
}
type Answers = ReadonlyMap<string, Answer<'read'>>;

const columns = 'event_id, listed_ms, envelope, record';
const storedOf = (row: readonly DuckDBValue[]): StoredEvent => ({
  eventId: String(row[0]),
  listedMs: Number(row[1]),
  envelope: String(row[2]),
  record: String(row[3]),
});
const foundOf = (row: readonly DuckDBValue[]): Found => ({
  stored: storedOf(row),
  account: String(row[4]) as AccountId,
  region: String(row[5]) as Region,
});

/** Where reading stopped: at an event of one scope, or between two times. */
interface Stop extends Position {
  readonly scope?: string;
}
const stopAt = (one: Found): Stop => ({
  listedMs: one.stored.listedMs,
  eventId: one.stored.eventId,
  scope: scopeKey(one),
});

const behind = ({ listedMs, eventId }: Position): Sql =>
  sql`listed_ms <= ${ms(listedMs)} AND (listed_ms < ${ms(listedMs)} OR event_id < ${eventId})`;

/**
 * The newest events of all these scopes together that match, at most `limit`, by scope; where more may be, the position
 * to go on behind. Ends early, so that what was found is shown while the rest is looked at.
 * @param scopes those that are answered; `read` names none where they are all that there are
 */
export async function readEvents(
  connection: DuckDBConnection,
  read: Read,
  { scopes, signal }: { readonly scopes: readonly Scope[]; readonly signal: AbortSignal },
): Promise<Answers> {
  const found: Found[] = [];
  const window = { from: read.from * 1000, until: (read.to + 1) * 1000 };
  const until = Math.min(window.until, (read.below?.listedMs ?? Infinity) + 1);
  const slices = new Slices(window, read.below && until);
  const begun = performance.now();
  const pause = begun + SHOWN_AFTER_MS;
  let stopped: Stop | undefined;
  for (let slice = slices.next(); slice !== undefined; slice = slices.next()) {
    signal.throwIfAborted();
    const started = performance.now();
    stopped = await readSlice(connection, { ...read, slice, pause }, found);
    if (stopped !== undefined) break;
    slices.took(performance.now() - started);
    if (performance.now() > pause && slice.from > window.from) {
      stopped = { listedMs: slice.from, eventId: '' };
      break;
    }
  }
  const examined = await countExamined(connection, read, until, stopped);
  return byScope(scopes, { found, stopped, examined });
}

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
    const place = [between(slice.from, slice.until), inScopes(read.scopes), where];
    const below = position && position.listedMs < slice.until ? [behind(position)] : [];
    const { sql, params } = joined([...place, ...below], 'AND');
    const rows = await connection.runAndReadAll(
      `SELECT ${columns}, account, region FROM archive.events WHERE ${sql}
       ORDER BY listed_ms DESC, event_id DESC LIMIT ${wanted}`,
      params.map(valueOf),
    );
    const there = rows.getRows().map(foundOf);
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

function byScope(
  scopes: readonly Scope[],
  {
    found,
    stopped,
    examined,
  }: {
    readonly found: readonly Found[];
    readonly stopped: Stop | undefined;
    readonly examined: ReadonlyMap<string, number>;
  },
): Answers {
  const events = new Map<string, StoredEvent[]>(scopes.map((scope) => [scopeKey(scope), []]));
  for (const one of found) events.get(scopeKey(one))?.push(one.stored);
  return new Map(
    [...events].map(([key, found]) => {
      const below = stopped && belowOf(stopped, key);
      return [key, { events: found, examined: examined.get(key) ?? 0, ...(below && { below }) }];
    }),
  );
}

function belowOf({ scope, listedMs, eventId }: Stop, key: string): Position {
  // The same eventID at the same time in another scope may be the very next; no eventID has a space in it.
  const another = scope !== undefined && scope !== key;
  return { listedMs, eventId: another ? `${eventId} ` : eventId };
}

/** How many events of each scope lie between where reading began and where it stopped, that one included. */
async function countExamined(
  connection: DuckDBConnection,
  read: Read,
  until: number,
  stopped: Stop | undefined,
): Promise<ReadonlyMap<string, number>> {
  const from = stopped?.listedMs ?? read.from * 1000;
  const upTo = stopped ? [sql`(listed_ms > ${ms(from)} OR event_id >= ${stopped.eventId})`] : [];
  const below = read.below ? [behind(read.below)] : [];
  const where = joined([between(from, until), inScopes(read.scopes), ...upTo, ...below], 'AND');
  const rows = await connection.runAndReadAll(
    `SELECT account, region, count(*) FROM archive.events WHERE ${where.sql} GROUP BY ALL`,
    where.params.map(valueOf),
  );
  return new Map(
    rows
      .getRows()
      .map(([account, region, count]) => [`${String(account)}:${String(region)}`, Number(count)]),
  );
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
