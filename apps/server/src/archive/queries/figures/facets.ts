import type { DuckDBConnection } from '@duckdb/node-api';
import { type Sql, sql, type Subject } from '@trailglass/query';
import type { Counted, Facets, FacetsAsked } from '../../protocol/figures.ts';
import { facetRow, facetsTogether, mostFrequent } from './facets-statement.ts';
import { matching } from '../matching/matching.ts';
import { collectOddValues, oddValues } from './odd-values.ts';
import { count } from '../../statements/column.ts';
import { oneOfEvents } from '../../statements/event-row.ts';
import type { RowReader } from '../../statements/row.ts';
import { inSnapshot, rowOf, rowsOf } from '../../statements/statement.ts';
import { columnOf, groupsOf, textOf } from './values.ts';

type Facet = Facets['facets'][number];
type Field = Extract<Subject, { kind: 'field' }>;

/** All subjects over the same events: the fields that have one value in one look at them, each other one in its own. */
export const countFacets = (
  connection: DuckDBConnection,
  asked: FacetsAsked,
  signal: AbortSignal,
): Promise<Counted<'facets'>> =>
  inSnapshot(connection, async () => {
    const matched = await matching(connection, asked, { often: true, signal });
    if (matched === undefined) return { tooMany: true };
    const events = sql`archive.events WHERE ${matched}`;
    const together = await countTogether(connection, asked.subjects.filter(isSingle), {
      events,
      asked,
    });
    const paths = asked.subjects.flatMap((subject) => (subject.kind === 'path' ? [subject] : []));
    if (!(await collectOddValues(connection, { paths, matched, signal }))) return { tooMany: true };
    const facets: Facet[] = [];
    for (const subject of asked.subjects) {
      signal.throwIfAborted();
      const more = subject.kind === 'path' ? oddValues(paths.indexOf(subject)) : undefined;
      const groups = groupsOf(subject, events, more);
      facets.push(
        together.of(subject) ??
          (await countAlone(connection, { groups, text: textOf(subject) }, asked)),
      );
    }
    return { matched: together.matched, facets };
  });

const isSingle = (subject: Subject): subject is Field =>
  subject.kind === 'field' && columnOf(subject).type !== 'VARCHAR[]';

/** The facets of fields, and how many events there are. */
async function countTogether(
  connection: DuckDBConnection,
  fields: readonly Field[],
  { events, asked }: { readonly events: Sql; readonly asked: FacetsAsked },
): Promise<{
  readonly matched: number;
  readonly of: (subject: Subject) => Facet | undefined;
}> {
  const names = [...new Set(fields.map(({ name }) => name))];
  const all = names.map((name): Field => ({ kind: 'field', name }));
  const found = new Map(await rowsOf(connection, placeRow, facetsTogether(all, events, asked)));
  return {
    // Of no field at all each event is without.
    matched: found.get(names.length)?.without ?? 0,
    of: (subject) =>
      subject.kind === 'field' && names.includes(subject.name)
        ? (found.get(names.indexOf(subject.name)) ?? { values: [], distinct: 0, without: 0 })
        : undefined,
  };
}

/** A facet and its place among the fields. */
const placeRow: RowReader<[number, Facet]> = {
  read: (row) => [place.read(row), facetRow.read(row, 1)],
};
const place = oneOfEvents('place', count);

const countAlone = (
  connection: DuckDBConnection,
  { groups, text }: { readonly groups: Sql; readonly text: Sql },
  asked: FacetsAsked,
): Promise<Facet> =>
  rowOf(
    connection,
    facetRow,
    sql`SELECT ${mostFrequent(asked)} FROM (SELECT ${text} AS value, events FROM (${groups}))`,
  );
