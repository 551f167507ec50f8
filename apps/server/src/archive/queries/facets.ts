import type { DuckDBConnection } from '@duckdb/node-api';
import { filterLimits, type Sql, sql, yes } from '@trailglass/query';
import type { Counted, Facets, FacetsAsked } from '../figures-protocol.ts';
import { matching } from './matching.ts';
import { collectOddValues, oddValues } from './odd-values.ts';
import { inSnapshot, rowsOf } from './statement.ts';
import { textOf, valuesOf } from './values.ts';

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
    const facets: Facets['facets'] = [];
    for (const subject of asked.subjects) {
      signal.throwIfAborted();
      const seen = valuesOf(subject, matched);
      const values =
        subject.kind === 'path'
          ? sql`${seen} UNION ALL ${oddValues(paths.indexOf(subject))}`
          : seen;
      facets.push(await countValues(connection, { values, text: textOf(subject) }, asked));
    }
    return { matched: Number(all?.[0]), facets };
  });

/** A value that is longer than a filter may hold is counted, but not told: nothing could be done with it. */
async function countValues(
  connection: DuckDBConnection,
  { values, text }: { readonly values: Sql; readonly text: Sql },
  { search, limit }: FacetsAsked,
): Promise<Facets['facets'][number]> {
  const wanted =
    search === undefined || search === ''
      ? yes
      : sql`contains(lower(value), ${search.toLowerCase()})`;
  const rows = await rowsOf(
    connection,
    sql`WITH grouped AS (SELECT value, count(*) AS events FROM (${values}) GROUP BY value),
      counted AS MATERIALIZED (SELECT ${text} AS value, events FROM grouped),
      wanted AS (SELECT value, events FROM counted WHERE value <> '' AND ${wanted}),
      total AS (SELECT (SELECT count(*) FROM wanted) AS different,
        (SELECT coalesce(sum(events), 0) FROM counted WHERE value IS NULL) AS without),
      most AS (SELECT value, events FROM wanted WHERE length(value) <= ${filterLimits.valueCharacters}
        ORDER BY events DESC, value LIMIT ${limit})
    SELECT different, without, value, events FROM total LEFT JOIN most ON TRUE ORDER BY events DESC, value`,
  );
  const [first] = rows;
  return {
    values: rows.flatMap(([, , value, events]) =>
      typeof value === 'string' ? [{ value, count: Number(events) }] : [],
    ),
    distinct: Number(first?.[0]),
    without: Number(first?.[1]),
  };
}
