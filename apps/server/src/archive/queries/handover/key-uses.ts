import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { ms } from '../../statements/place.ts';
import { anyOf, mayHandOut, placedOf } from './handouts.ts';
import { inSnapshot, rowsOf } from '../../statements/statement.ts';

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
      sql`WITH used AS (
          SELECT rowid AS id, access_key_id AS key, time_ms, event_id, read_only, error_code,
            ${mayHandOut} AS hands FROM archive.events WHERE access_key_id IN ${some}),
        told AS (
          SELECT key, count(*) AS uses, count(*) FILTER (read_only = FALSE) AS writes,
            count(error_code) AS errors, count(*) FILTER (hands) AS handouts,
            min(time_ms) AS first, max(time_ms) AS last,
            arg_min(id, (time_ms, event_id)) AS oldest
          FROM used GROUP BY key)
        SELECT account, region, event_id, listed_ms, envelope, record,
          told.key, uses, writes, errors, handouts, first, last
        FROM told JOIN archive.events ON archive.events.rowid = told.oldest ORDER BY told.key`,
    );
    return {
      uses: rows.map((row) => {
        const [key, events, writes, errors, handouts, first, last] = row.slice(6);
        return {
          key: String(key),
          events: Number(events),
          writes: Number(writes),
          errors: Number(errors),
          handouts: Number(handouts),
          first: Number(first),
          last: Number(last),
          sources: sources.get(String(key))?.shown ?? [],
          addresses: sources.get(String(key))?.all ?? 0,
          oldest: placedOf(row),
        };
      }),
    };
  });
}

async function sourcesOf(connection: DuckDBConnection, { keys, addresses }: Asked) {
  const rows = await rowsOf(
    connection,
    sql`SELECT access_key_id, source_ip_address, count(*) AS uses, min(time_ms),
        count(*) OVER (PARTITION BY access_key_id) AS every
      FROM archive.events WHERE access_key_id IN ${anyOf(keys)} AND source_ip_address IS NOT NULL
      GROUP BY access_key_id, source_ip_address
      QUALIFY row_number() OVER (PARTITION BY access_key_id ORDER BY uses DESC, source_ip_address) <= ${ms(addresses)}
      ORDER BY access_key_id, uses DESC, source_ip_address`,
  );
  const byKey = new Map<string, { all: number; shown: Uses['uses'][number]['sources'] }>();
  for (const [key, address, events, first, every] of rows) {
    const of = byKey.get(String(key)) ?? { all: Number(every), shown: [] };
    of.shown.push({ address: String(address), events: Number(events), first: Number(first) });
    byKey.set(String(key), of);
  }
  return byKey;
}
