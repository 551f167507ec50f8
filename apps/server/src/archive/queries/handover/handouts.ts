import type { DuckDBConnection } from '@duckdb/node-api';
import { joined, type Sql, sql } from '@trailglass/query';
import { endOfSecond, handoutNames, handoutPaths, msOf } from '@trailglass/record';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { placedRow } from '../../statements/event-row.ts';
import { int64 } from '../../statements/place.ts';
import { rowsOf, separated } from '../../statements/statement.ts';

type Asked<Op extends Request['op']> = Omit<Extract<Request, { op: Op }>, 'op'>;

export const anyOf = (values: readonly string[]): Sql =>
  sql`(${separated(values.map((value) => sql`${value}`))})`;

/** Calls that could have handed out a key; whether one did is for the reader of its record to say. */
export const mayHandOut: Sql = sql`event_name IN ${anyOf(handoutNames)} AND error_code IS NULL`;

const wholeEvent: Sql = { sql: placedRow.names.join(', '), params: [] };

/** LookupEvents names the new key among the resources; where it did not, the record's answer does. */
function handedOut(keys: readonly string[]): Sql {
  const some = anyOf(keys);
  const pointers = handoutPaths.map((path) => `/${path.join('/')}`);
  const inAnswer = separated(
    pointers.map((pointer) => sql`json_extract_string(record, ${pointer}) IN ${some}`),
    ' OR ',
  );
  const listed = sql`len(list_filter(resource_name, lambda x: x IN ${some})) > 0`;
  return sql`(${listed} OR CASE WHEN plain THEN ${inAnswer} ELSE FALSE END)`;
}

export async function readHandouts(
  connection: DuckDBConnection,
  { of, keys, near, limit }: Asked<'handouts'>,
): Promise<Answer<'handouts'>> {
  if (keys.length === 0) return { events: [] };
  const which = of === 'origin' ? handedOut(keys) : sql`access_key_id IN ${anyOf(keys)}`;
  const where = joined([mayHandOut, which], 'AND');
  const events = await rowsOf(
    connection,
    placedRow,
    sql`SELECT ${wholeEvent} FROM archive.events WHERE ${where}
      ORDER BY abs(time_ms - ${int64(near)}), event_id, account, region LIMIT ${int64(limit)}`,
  );
  return { events };
}

export async function readSignIns(
  connection: DuckDBConnection,
  { principalId, from, to }: Asked<'sign-ins'>,
): Promise<Answer<'sign-ins'>> {
  const events = await rowsOf(
    connection,
    placedRow,
    sql`SELECT ${wholeEvent} FROM archive.events
      WHERE event_name = ${'ConsoleLogin'} AND event_source = ${'signin.amazonaws.com'}
        AND principal_id = ${principalId}
        AND time_ms >= ${int64(msOf(from))} AND time_ms < ${int64(endOfSecond(to))}
      ORDER BY time_ms, event_id LIMIT 100`,
  );
  return { events };
}
