import {
  DuckDBListValue,
  DuckDBStructValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { filterLimits, type Sql, sql, yes } from '@trailglass/query';
import type { Counted, Facets, FacetsAsked } from '../figures-protocol.ts';
import { matching } from './matching.ts';
import { collectOddValues, oddValues } from './odd-values.ts';
import { inSnapshot, rowsOf } from './statement.ts';
import { columnsOf, groupsOf, textOf } from './values.ts';

/** Some twenty megabytes with a dozen columns. */
const MOST_PICKED = 100_000;

/** All subjects over the same events, one statement each. */
export const countFacets = (
  connection: DuckDBConnection,
  asked: FacetsAsked,
  signal: AbortSignal,
): Promise<Counted<'facets'>> =>
  inSnapshot(connection, async () => {
    const matched = await matching(connection, asked, { often: true, signal });
    if (matched === undefined) return { tooMany: true };
    const [all] = await rowsOf(
      connection,
      sql`SELECT count(*) FROM archive.events WHERE ${matched}`,
    );
    const paths = asked.subjects.flatMap((subject) => (subject.kind === 'path' ? [subject] : []));
    if (!(await collectOddValues(connection, { paths, matched, signal }))) return { tooMany: true };
    const from = await pick(connection, { asked, matched, count: Number(all?.[0]) });
    const facets: Facets['facets'] = [];
    for (const subject of asked.subjects) {
      signal.throwIfAborted();
      const more = subject.kind === 'path' ? oddValues(paths.indexOf(subject)) : undefined;
      const groups = groupsOf(subject, from, more);
      facets.push(await countValues(connection, { groups, text: textOf(subject) }, asked));
    }
    return { matched: Number(all?.[0]), facets };
  });

/**
 * What the subjects are counted over. Few events are found once and kept with their columns; many are counted faster
 * where they are, as columns there are compressed.
 */
async function pick(
  connection: DuckDBConnection,
  {
    asked,
    matched,
    count,
  }: { readonly asked: FacetsAsked; readonly matched: Sql; readonly count: number },
): Promise<Sql> {
  const columns = columnsOf(asked.subjects);
  if (columns === undefined || asked.subjects.length === 1 || count > MOST_PICKED)
    return sql`archive.events WHERE ${matched}`;
  await rowsOf(
    connection,
    sql`CREATE TEMP TABLE picked AS SELECT ${columns} FROM archive.events WHERE ${matched}`,
  );
  return sql`temp.picked`;
}

/**
 * In one pass over the groups: to keep them for a second one takes as long as to count them. A value that is longer than
 * a filter may hold is counted, but not told: nothing could be done with it.
 */
async function countValues(
  connection: DuckDBConnection,
  { groups, text }: { readonly groups: Sql; readonly text: Sql },
  { search, limit }: FacetsAsked,
): Promise<Facets['facets'][number]> {
  const wanted =
    search === undefined || search === ''
      ? yes
      : sql`contains(lower(value), ${search.toLowerCase()})`;
  const first: Sql = {
    sql: `min({events: -events, value: value}, ${Math.trunc(limit)})`,
    params: [],
  };
  const [row] = await rowsOf(
    connection,
    sql`SELECT count(*) FILTER (value <> '' AND ${wanted}), coalesce(sum(events) FILTER (value IS NULL), 0),
        ${first} FILTER (value <> '' AND ${wanted} AND length(value) <= ${filterLimits.valueCharacters})
      FROM (SELECT ${text} AS value, events FROM (${groups}))`,
  );
  const [distinct, without, most] = row ?? [];
  return { values: valuesIn(most), distinct: Number(distinct), without: Number(without) };
}

/** A list of structs as the driver gives it; NULL where there is none. */
const valuesIn = (most: DuckDBValue | undefined): Facets['facets'][number]['values'] =>
  most instanceof DuckDBListValue
    ? most.items.flatMap((item) =>
        item instanceof DuckDBStructValue
          ? [{ value: String(item.entries['value']), count: -Number(item.entries['events']) }]
          : [],
      )
    : [];
