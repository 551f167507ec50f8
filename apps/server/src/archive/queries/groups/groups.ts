import { msOf } from '@trailglass/record';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { type Sql, sql } from '@trailglass/query';
import type { TooMany } from '../../protocol/figures.ts';
import type { GroupsAsked, GroupsFound } from '../../protocol/groups.ts';
import { int64 } from '../../statements/place.ts';
import {
  type Groupable,
  groupsStatement,
  partsEvents,
  TALLIES,
  tallies,
  TOTALS,
} from './groups-statement.ts';
import { matching } from '../matching/matching.ts';
import { collectOddLists, oddLists } from './odd-lists.ts';
import { count, epochMs, nullable, optional, sum, text } from '../../statements/column.ts';
import { allOfEvents, fromEvents } from '../../statements/event-row.ts';
import { inSnapshot, rowOf, rowsOf, run } from '../../statements/statement.ts';
import { columnsOf } from '../figures/values.ts';

/** Some twenty megabytes with a dozen columns. */
const MOST_PICKED = 100_000;

/** All groupings over the same events, one statement each. */
export const countGroups = (
  connection: DuckDBConnection,
  asked: GroupsAsked,
  signal: AbortSignal,
): Promise<GroupsFound | TooMany> =>
  inSnapshot(connection, async () => {
    const { since, from, groupings } = asked;
    const matched = await matching(
      connection,
      { ...asked, from: since ?? from },
      { often: true, signal },
    );
    if (matched === undefined) return { tooMany: true };
    const now = since === undefined ? undefined : sql`listed_ms >= ${int64(msOf(from))}`;
    const subjects = groupings.flatMap((one) => one.subjects);
    const paths = subjects.flatMap((subject) => (subject.kind === 'path' ? [subject] : []));
    const [only, ...others] = groupings;
    if (only && others.length === 0 && partsEvents(only)) {
      // One look at the events says it all.
      const events = there(matched);
      const asked = { grouping: only, events, odd: events, paths, now };
      const { all, ...groups } = await group(connection, asked);
      return { all, groupings: [groups] };
    }
    const all = await tallyAll(connection, matched, now);
    if (!(await collectOddLists(connection, { paths, matched, signal }))) return { tooMany: true };
    const events = await pick(connection, asked, matched, all.count + all.before);
    const found: GroupsFound['groupings'] = [];
    for (const grouping of groupings) {
      signal.throwIfAborted();
      const odd = oddLists(matched);
      const asked = { grouping, events, odd, paths, now };
      const { all: _ofGroups, ...groups } = await group(connection, asked);
      found.push(groups);
    }
    return { all, groupings: found };
  });

/** Few events are found once and kept with their columns, as for facets; what is counted by the record stays there. */
async function pick(
  connection: DuckDBConnection,
  { groupings }: GroupsAsked,
  matched: Sql,
  count: number,
): Promise<Sql> {
  const columns = columnsOf(groupings.flatMap(({ subjects }) => subjects));
  if (columns === undefined || groupings.length === 1 || count > MOST_PICKED) return there(matched);
  const needed = new Set([...columns.sql.split(', '), ...tallied]);
  const picked: Sql = { sql: [...needed].join(', '), params: [] };
  await run(connection, sql`CREATE TEMP TABLE picked AS SELECT ${picked} FROM ${there(matched)}`);
  return sql`temp.picked`;
}
const there = (matched: Sql): Sql => sql`archive.events WHERE ${matched}`;
const tallied = ['"error_code"', '"read_only"', '"time_ms"', '"listed_ms"'];

const tallyAll = (
  connection: DuckDBConnection,
  matched: Sql,
  now: Sql | undefined,
): Promise<Tally> =>
  rowOf(connection, tallyRow, sql`SELECT ${tallies(now)} FROM archive.events WHERE ${matched}`);

async function group(
  connection: DuckDBConnection,
  asked: Groupable,
): Promise<GroupsFound['groupings'][number] & Pick<GroupsFound, 'all'>> {
  const found = await rowsOf(connection, groupRow, groupsStatement(asked));
  const [first] = found;
  if (first === undefined) throw new Error('There are totals, even of no group.');
  const { totals, all } = first;
  return { rows: found.flatMap(({ group }) => group ?? []), ...totals, all };
}

type Tally = GroupsFound['all'];
const tallyRow = fromEvents({
  count: sum,
  errors: sum,
  writes: sum,
  first: optional(epochMs),
  last: optional(epochMs),
  before: sum,
});
const totalsRow = fromEvents({ total: count, fresh: count, long: count });
const valuesRow = allOfEvents('value', nullable(text));

/** Totals, the tallies of all groups together (where each event is in one group), and a group: see groupsStatement. */
const groupRow = {
  read: (row: readonly DuckDBValue[]) => ({
    totals: totalsRow.read(row),
    all: tallyRow.read(row, totalsRow.names.length),
    // Without any group the totals stand alone.
    ...(row[TOTALS] !== null && {
      group: { values: valuesRow.read(row, TOTALS + TALLIES), ...tallyRow.read(row, TOTALS) },
    }),
  }),
};
