import { duckdb, filterLimits, type Sql, sql, type Subject, yes } from '@trailglass/query';
import type { Facets, FacetsAsked } from '../../protocol/figures.ts';
import { count, listOf, structOf, text, whole } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import type { RowReader } from '../../statements/row.ts';
import { separated } from '../../statements/statement.ts';
import { columnOf, textOf } from './values.ts';

type Facet = Facets['facets'][number];

/**
 * Of rows `value` and `events`: how many values, how many events have none, and the most frequent. In one pass over the
 * groups: to keep them for a second one takes as long as to count them. A value that is longer than a filter may hold is
 * counted, but not told: nothing could be done with it.
 */
export function mostFrequent({ search, limit }: Pick<FacetsAsked, 'search' | 'limit'>): Sql {
  const wanted =
    search === undefined || search === ''
      ? yes
      : sql`contains(lower(value), ${search.toLowerCase()})`;
  const first: Sql = {
    sql: `min({events: -events, value: value}, ${Math.trunc(limit)})`,
    params: [],
  };
  return sql`count(*) FILTER (value <> '' AND ${wanted}), coalesce(sum(events) FILTER (value IS NULL), 0),
    ${first} FILTER (value <> '' AND ${wanted} AND length(value) <= ${filterLimits.valueCharacters})`;
}

const found = fromEvents({
  distinct: count,
  without: count,
  values: listOf(structOf({ events: whole, value: text })),
});
/** What `mostFrequent` gave. */
export const facetRow: RowReader<Facet> = {
  read: (row, from) => {
    const { values, ...counts } = found.read(row, from);
    return { ...counts, values: values.map(({ events, value }) => ({ value, count: -events })) };
  },
};

/**
 * The facets of several fields in one look at the events: a row each with its place among them and what `mostFrequent`
 * gives, and one with the place behind the last that counts all events as having none.
 * @param fields each once, and each with one value an event
 * @param from what stands behind FROM
 */
export function facetsTogether(
  fields: readonly Extract<Subject, { kind: 'field' }>[],
  from: Sql,
  asked: Pick<FacetsAsked, 'search' | 'limit'>,
): Sql {
  if (fields.length === 0)
    return sql`SELECT 0, ${mostFrequent(asked)} FROM (SELECT CAST(NULL AS VARCHAR) AS value, count(*) AS events FROM ${from})`;
  const columns = fields.map((field) => duckdb.column(columnOf(field)));
  const all = separated(columns);
  const sets = separated(columns.map((column) => sql`(${column})`));
  const when = (n: number, then: Sql): Sql => sql`WHEN ${groupedBy(n, fields.length)} THEN ${then}`;
  const place = separated(
    fields.map((_, n) => when(n, { sql: String(n), params: [] })),
    ' ',
  );
  const text = separated(
    fields.map((field, n) => when(n, textOf(field, columns[n]))),
    ' ',
  );
  return sql`SELECT CASE grouped ${place} ELSE ${fields.length} END AS place, ${mostFrequent(asked)}
    FROM (SELECT grouped, events, CASE grouped ${text} END AS value
      FROM (SELECT grouping(${all}) AS grouped, count(*) AS events, ${all} FROM ${from}
        GROUP BY GROUPING SETS (${sets}, ())))
    GROUP BY place`;
}

/** What GROUPING() says of a row that was grouped by the column of this number alone: a bit for each other one. */
const groupedBy = (n: number, columns: number): Sql => ({
  sql: String(2 ** columns - 1 - 2 ** (columns - 1 - n)),
  params: [],
});
