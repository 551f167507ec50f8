import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { type Sql, sql } from '@trailglass/query';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { count, epochMs, text } from '../../statements/column.ts';
import { fromEvents, placedRow } from '../../statements/event-row.ts';
import { int64 } from '../../statements/place.ts';
import { anyOf, mayHandOut } from './handouts.ts';
import { inSnapshot, rowsOf, separated } from '../../statements/statement.ts';

type Asked = Omit<Extract<Request, { op: 'key-uses' }>, 'op'>;
type Uses = Answer<'key-uses'>;

/** What was done with each of the keys; a key that was never used is not among them. */
export async function readKeyUses(connection: DuckDBConnection, asked: Asked): Promise<Uses> {
  if (asked.keys.length === 0) return { uses: [] };
  return inSnapshot(connection, async () => {
    const sources = await sourcesOf(connection, asked);
    const some = anyOf(asked.keys);
    const rows = await rowsOf(
      connection,
      usedRow,
      sql`WITH used AS (
          SELECT rowid AS id, access_key_id AS key, time_ms, event_id, read_only, error_code,
            ${mayHandOut} AS hands FROM archive.events WHERE access_key_id IN ${some}),
        told AS (
          SELECT key, count(*) AS uses, count(*) FILTER (read_only = FALSE) AS writes,
            count(error_code) AS errors, count(*) FILTER (hands) AS handouts,
            min(time_ms) AS first, max(time_ms) AS last,
            arg_min(id, (time_ms, event_id)) AS oldest
          FROM used GROUP BY key)
        SELECT ${separated(placedRow.names.map((name): Sql => ({ sql: name, params: [] })))},
          told.key, uses, writes, errors, handouts, first, last
        FROM told JOIN archive.events ON archive.events.rowid = told.oldest ORDER BY told.key`,
    );
    return {
      uses: rows.map((use) => ({
        ...use,
        sources: sources.get(use.key)?.shown ?? [],
        addresses: sources.get(use.key)?.all ?? 0,
      })),
    };
  });
}

const toldRow = fromEvents({
  key: text,
  events: count,
  writes: count,
  errors: count,
  handouts: count,
  first: epochMs,
  last: epochMs,
});
const usedRow = {
  read: (row: readonly DuckDBValue[]) => ({
    ...toldRow.read(row, placedRow.names.length),
    oldest: placedRow.read(row),
  }),
};

const sourceRow = fromEvents({
  key: text,
  address: text,
  events: count,
  first: epochMs,
  every: count,
});
async function sourcesOf(connection: DuckDBConnection, { keys, addresses }: Asked) {
  const rows = await rowsOf(
    connection,
    sourceRow,
    sql`SELECT access_key_id, source_ip_address, count(*) AS uses, min(time_ms),
        count(*) OVER (PARTITION BY access_key_id) AS every
      FROM archive.events WHERE access_key_id IN ${anyOf(keys)} AND source_ip_address IS NOT NULL
      GROUP BY access_key_id, source_ip_address
      QUALIFY row_number() OVER (PARTITION BY access_key_id ORDER BY uses DESC, source_ip_address) <= ${int64(addresses)}
      ORDER BY access_key_id, uses DESC, source_ip_address`,
  );
  const byKey = new Map<string, { all: number; shown: Uses['uses'][number]['sources'] }>();
  for (const { key, every, ...source } of rows) {
    const of = byKey.get(key) ?? { all: every, shown: [] };
    of.shown.push(source);
    byKey.set(key, of);
  }
  return byKey;
}
