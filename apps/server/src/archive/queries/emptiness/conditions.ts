import type { DuckDBConnection } from '@duckdb/node-api';
import { type Filter, joined, requirements, type Sql, sql } from '@trailglass/query';
import { matchingWithin } from '../matching/matching.ts';
import { count } from '../../statements/column.ts';
import { allOfEvents } from '../../statements/event-row.ts';
import { rowOf, separated } from '../../statements/statement.ts';

/** One of the conditions that a filter requires, over the events of a place. */
export interface Judged {
  readonly condition: Filter;
  /** Events that fulfil it, and those that fulfil all the others. */
  readonly alone: number;
  readonly without: number;
  /** What the others ask, as SQL that is exact within the place; absent where there are none. */
  readonly others?: Sql;
}

const countsRow = allOfEvents('count(*)', count);

/** Each condition once, in the filter's order. Undefined if too many events would have to be looked at one by one. */
export async function judgeConditions(
  connection: DuckDBConnection,
  { place, filter }: { readonly place: Sql; readonly filter: Filter },
  signal: AbortSignal,
): Promise<readonly Judged[] | undefined> {
  const conditions = requirements(filter);
  if (conditions.length === 0) return [];
  const exact: Sql[] = [];
  for (const [n, filter] of conditions.entries()) {
    const one = { place, filter, table: `matching_${n}` };
    const holds = await matchingWithin(connection, one, { often: true, signal });
    if (holds === undefined) return undefined;
    exact.push(holds);
  }
  signal.throwIfAborted();
  const names = exact.map((_, n): Sql => ({ sql: `c${n}`, params: [] }));
  const judged = separated(
    exact.map((holds, n) => sql`coalesce(${holds}, FALSE) AS ${names[n] ?? holds}`),
  );
  const fulfilled = separated(
    names.map((name) => sql`CAST(${name} AS INTEGER)`),
    ' + ',
  );
  const counts = separated(
    names.map(
      (name) => sql`count(*) FILTER (${name}),
        count(*) FILTER (fulfilled - CAST(${name} AS INTEGER) = ${exact.length - 1})`,
    ),
  );
  const counted = await rowOf(
    connection,
    countsRow,
    sql`WITH judged AS (SELECT ${judged} FROM archive.events WHERE ${place}),
        summed AS (SELECT *, ${fulfilled} AS fulfilled FROM judged)
      SELECT ${counts} FROM summed`,
  );
  return conditions.map((condition, n) => ({
    condition,
    alone: counted[2 * n] ?? 0,
    without: counted[2 * n + 1] ?? 0,
    ...(exact.length > 1 && { others: joined(exact.toSpliced(n, 1), 'AND') }),
  }));
}
