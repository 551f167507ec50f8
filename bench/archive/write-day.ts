import type { DuckDBConnection } from '@duckdb/node-api';
import { readRecord, type AccountId, type Region, type Scope } from '@trailglass/record';
import { kindOf } from '../../apps/server/src/archive/protocol/protocol.ts';
import { appendEvents } from '../../apps/server/src/archive/store/writing/staging.ts';
import { type StoredEvent, toStored } from '../../apps/server/src/archive/stored-event.ts';
import { Claims } from '../../apps/server/src/reading/claims.ts';
import type { LogFiles } from './log-files.ts';
import { type Day, days, now } from './sample-days.ts';

/** Events of a page of LookupEvents: each page makes one claim. */
const page = 50;
/** The whole ninety days are read long after they happened, so nothing is provisional. */
export const readAt = now / 1000 + 3600;

interface Written {
  readonly events: number;
  readonly claims: number;
  readonly recordBytes: number;
  readonly scopes: readonly string[];
}

/** One day of every scope, newest first, with what it completes, in one transaction. */
export async function writeDay(
  connection: DuckDBConnection,
  day: Day,
  logs: LogFiles,
): Promise<Written> {
  const sum = { events: 0, claims: 0, recordBytes: 0 };
  await connection.run('BEGIN');
  const byScope = storedByScope(day);
  for (const [key, { scope, events }] of byScope) {
    events.sort((a, b) => b.listedMs - a.listedMs || (a.eventId < b.eventId ? 1 : -1));
    await appendEvents(connection, { name: 'events', catalog: 'archive' }, scope, events);
    sum.events += events.length;
    sum.claims += await writeClaims(connection, scope, day, events);
    sum.recordBytes += events.reduce((bytes, { record }) => bytes + Buffer.byteLength(record), 0);
    logs.write(
      `${key.replace(':', '_')}_${new Date(day.from * 1000).toISOString().slice(0, 10)}`,
      events,
    );
  }
  await connection.run('COMMIT');
  // As the store does it, in time before the log is large.
  if (day.to % (10 * 86_400) < 86_400) await connection.run('CHECKPOINT archive');
  return { ...sum, scopes: [...byScope.keys()] };
}

function storedByScope({
  events,
}: Day): ReadonlyMap<string, { readonly scope: Scope; readonly events: StoredEvent[] }> {
  const found = new Map<string, { scope: Scope; events: StoredEvent[] }>();
  for (const { account, text } of events) {
    const region = /"awsRegion":"([^"]+)"/.exec(text)?.[1] ?? '';
    const scope: Scope = { account: account as AccountId, region: region as Region };
    const { event, fault } = readRecord(text, scope);
    if (event === undefined) throw new Error(`A sample event ${fault}.`);
    const key = `${account}:${region}`;
    const here = found.get(key) ?? { scope, events: [] };
    found.set(key, here);
    here.events.push(toStored({ event, at: event.time }));
  }
  return found;
}

async function writeClaims(
  connection: DuckDBConnection,
  { account, region }: Scope,
  { from, to }: Day,
  events: readonly StoredEvent[],
): Promise<number> {
  const claims = new Claims({ from, to });
  const appender = await connection.createAppender('coverage', 'main', 'archive');
  let count = 0;
  for (let start = 0; start < events.length; start += page) {
    const oldest = events[Math.min(start + page, events.length) - 1];
    const read = {
      readTo: (oldest?.listedMs ?? 0) as never,
      last: start + page >= events.length,
      unreadable: 0,
    };
    const claim = claims.of(read);
    claims.took(read, true);
    if (claim === undefined) continue;
    for (const text of [account, region, kindOf(undefined)]) appender.appendVarchar(text);
    for (const second of [claim.from, claim.to, readAt]) appender.appendBigInt(BigInt(second));
    appender.endRow();
    count += 1;
  }
  appender.flushSync();
  appender.closeSync();
  return count;
}

/** The server reads no further back than ninety days of its own time, which is a little later. */
export const wholeWindow = { from: now / 1000 - (days - 1) * 86_400, to: now / 1000 };
