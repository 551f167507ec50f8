import {
  LIST,
  listValue,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import type { ColumnType, ColumnValue } from '@trailglass/query';
import type { Scope } from '@trailglass/record';
import { fromStored, type StoredEvent } from '../../stored-event.ts';
import { storedColumns } from '../tables/schema.ts';

const texts = LIST(VARCHAR);

function append(appender: DuckDBAppender, type: ColumnType, value: ColumnValue): void {
  if (value === null) appender.appendNull();
  else if (typeof value === 'object') appender.appendList(listValue([...value]), texts);
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (type === 'BIGINT') appender.appendBigInt(BigInt(value));
  else appender.appendVarchar(String(value));
}

/** Appends events of one scope to a table of the archive's columns. */
export async function appendEvents(
  connection: DuckDBConnection,
  table: { readonly name: string; readonly catalog: string },
  scope: Scope,
  events: readonly StoredEvent[],
): Promise<void> {
  const appender = await connection.createAppender(table.name, 'main', table.catalog);
  try {
    for (const stored of events) {
      const listed = fromStored(stored, scope);
      for (const { type, read } of storedColumns) append(appender, type, read(listed, stored));
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
