import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { type Sql, sql, yes } from '@trailglass/query';
import type { Scope } from '@trailglass/record';
import type { StoredEvent } from '../stored-event.ts';
import { accountId, type Column, count, epochMs, named, region, text } from './column.ts';
import { allIn, type Columns, columnIn, rowIn, type RowReader } from './row.ts';
import { rowOf } from './statement.ts';

/** The table of events. */
const EVENTS = 'archive.events';

/** What an answer over the events says in columns of its own. */
export const fromEvents = <C extends Columns>(columns: C) => rowIn(EVENTS, columns);
export const oneOfEvents = <T>(name: string, column: Column<T>): RowReader<T> =>
  columnIn(EVENTS, name, column);
export const allOfEvents = <T>(name: string, column: Column<T>): RowReader<T[]> =>
  allIn(EVENTS, name, column);

/** An event as it is kept. */
export const storedRow = rowIn(EVENTS, {
  eventId: named('event_id', text),
  listedMs: named('listed_ms', epochMs),
  envelope: text,
  record: text,
}) satisfies RowReader<StoredEvent>;

export const scopeRow = rowIn(EVENTS, { account: accountId, region }) satisfies RowReader<Scope>;

/** An event as it is kept, and where it was read. */
export interface PlacedEvent extends Scope {
  readonly stored: StoredEvent;
}
export const placedRow = {
  names: [...scopeRow.names, ...storedRow.names],
  read: (row: readonly DuckDBValue[], from = 0): PlacedEvent => ({
    ...scopeRow.read(row, from),
    stored: storedRow.read(row, from + scopeRow.names.length),
  }),
};

/** How many events a condition holds for. */
export const countEvents = (connection: DuckDBConnection, where: Sql = yes): Promise<number> =>
  rowOf(connection, countRow, sql`SELECT count(*) FROM archive.events WHERE ${where}`);
const countRow = oneOfEvents('count(*)', count);
