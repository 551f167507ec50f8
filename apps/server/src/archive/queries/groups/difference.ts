import type { DuckDBConnection } from '@duckdb/node-api';
import {
  columnOfField,
  duckdb,
  filterLimits,
  type Sql,
  sql,
  type Subject,
} from '@trailglass/query';
import type { DifferenceAsked, DifferenceFound } from '../../protocol/difference.ts';
import type { TooMany } from '../../protocol/figures.ts';
import { matching } from '../matching/matching.ts';
import { withinTime } from '../matching/place.ts';
import { count, optional, text } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { inSnapshot, rowOf, rowsOf, run, separated } from '../../statements/statement.ts';
import { columnsOf, textOf } from '../figures/values.ts';

/** Some twenty megabytes with these columns. */
const MOST_PICKED = 100_000;

const sizesRow = fromEvents({ selected: count, others: count });
const valueRow = fromEvents({ value: optional(text), selected: count, others: count });

/** How often each value stands in the selected events and in the others: fields of the catalogue, one statement each. */
export const countDifference = (
  connection: DuckDBConnection,
  asked: DifferenceAsked,
  signal: AbortSignal,
): Promise<DifferenceFound | TooMany> =>
  inSnapshot(connection, async () => {
    const matched = await matching(connection, asked, { often: true, signal });
    if (matched === undefined) return { tooMany: true };
    const chosen = chosenBy(asked);
    const { selected, others } = await rowOf(
      connection,
      sizesRow,
      sql`SELECT count(*) FILTER (${chosen}), count(*) FILTER (NOT ${chosen}) FROM archive.events WHERE ${matched}`,
    );
    if (selected === 0 || others === 0)
      return { selected, others, subjects: asked.subjects.map(() => []) };
    const columns = columnsOf(asked.subjects) ?? sql`*`;
    const few = selected + others <= MOST_PICKED;
    if (few)
      await run(
        connection,
        sql`CREATE TEMP TABLE picked AS SELECT ${columns}, ${chosen} AS chosen FROM archive.events WHERE ${matched}`,
      );
    const from = few
      ? sql`temp.picked`
      : sql`(SELECT ${columns}, ${chosen} AS chosen FROM archive.events WHERE ${matched})`;
    const subjects: DifferenceFound['subjects'] = [];
    for (const subject of asked.subjects) {
      signal.throwIfAborted();
      const rows = await rowsOf(
        connection,
        valueRow,
        sql`SELECT ${textOf(subject)} AS text, s, o FROM (${countedBy(subject, from)})
          WHERE coalesce(length(text), 0) <= ${filterLimits.valueCharacters}
          ORDER BY abs(s / CAST(${selected} AS DOUBLE) - o / CAST(${others} AS DOUBLE)) DESC, text LIMIT ${asked.limit}`,
      );
      subjects.push(rows);
    }
    return { selected, others, subjects };
  });

const chosenBy = ({ selection }: DifferenceAsked): Sql =>
  'events' in selection
    ? sql`(event_id IN (${separated(selection.events.map((id) => sql`${id}`))}))`
    : sql`(${withinTime(selection)})`;

const counts = sql`count(*) FILTER (chosen) AS s, count(*) FILTER (NOT chosen) AS o`;

/** Each value of an event once; NULL for an event that has none. */
function countedBy(subject: Subject, from: Sql): Sql {
  const column = subject.kind === 'field' ? columnOfField(subject.name) : undefined;
  if (column === undefined) throw new Error('Only fields of the catalogue are compared.');
  const name = duckdb.column(column);
  if (column.type !== 'VARCHAR[]')
    return sql`SELECT ${name} AS value, ${counts} FROM ${from} GROUP BY ${name}`;
  return sql`SELECT value, ${counts} FROM (SELECT unnest(${name}) AS value, chosen FROM ${from}) GROUP BY value
    UNION ALL SELECT NULL, ${counts} FROM ${from} WHERE coalesce(len(${name}), 0) = 0 HAVING count(*) > 0`;
}
