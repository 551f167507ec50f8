import { duckdb, filterLimits, joined, no, type Sql, sql, type Subject } from '@trailglass/query';
import type { Grouping } from '../../protocol/groups.ts';
import { oddList } from './odd-lists.ts';
import { separated } from '../../statements/statement.ts';
import { columnOf, textOf, textsAt } from '../figures/values.ts';

/**
 * Figures of a set of events: of the window how many, errors, writes, the first and the last, in milliseconds; and how
 * many of the time before, where that is asked for.
 * @param now what tells events of the window from those of the time before; absent where all are of the window
 */
export function tallies(now: Sql | undefined): Sql {
  if (now === undefined)
    return sql`count(*) AS events, count(error_code) AS errors, count(*) FILTER (read_only = FALSE) AS writes,
      min(time_ms) AS first, max(time_ms) AS last`;
  return sql`count(*) FILTER (${now}) AS events,
    count(error_code) FILTER (${now}) AS errors,
    count(*) FILTER (${now} AND read_only = FALSE) AS writes,
    min(time_ms) FILTER (${now}) AS first, max(time_ms) FILTER (${now}) AS last,
    count(*) FILTER (NOT ${now}) AS before`;
}

export interface Groupable {
  readonly grouping: Grouping;
  /** What stands behind FROM. */
  readonly events: Sql;
  /** What does for the events whose records SQL does not look into; and the paths that were read there. */
  readonly odd: Sql;
  readonly paths: readonly Subject[];
  /** See `tallies`. */
  readonly now: Sql | undefined;
}

/** How many columns of a group come before its values, and how many totals before those. */
export const [TALLIES, TOTALS] = [6, 9];

/**
 * Totals of all groups (how many, how many new, how many with a value too long to filter for), then the sums of their
 * tallies, and beside them the first groups in order: their tallies, then their values. One row of totals and NULLs where
 * there is no group. What is not asked for is not worked out: where groups are few, planning takes as long as counting.
 */
export function groupsStatement(asked: Groupable): Sql {
  const { now, grouping } = asked;
  const { subjects, limit, onlyNew, present } = grouping;
  const names = subjects.map((_, n) => name(n));
  const keys = separated(names);
  const long = joined(
    subjects.map((subject, n) => tooLong(subject, name(n))),
    'OR',
  );
  const shown = separated(subjects.map((subject, n) => textOf(subject, name(n))));
  const order = orderOf(grouping);
  const counted = [
    ...(now ? [sql`events > 0`] : []),
    ...(present ? names.map((value) => sql`${value} IS NOT NULL`) : []),
  ];
  const isNew = now ? [sql`before = 0`] : [];
  const wanted = joined([...counted, ...(onlyNew ? isNew : []), sql`NOT ${long}`], 'AND');
  const before = now ? sql`before` : sql`0`;
  return sql`WITH grouped AS MATERIALIZED (
      SELECT ${tallies(now)}, ${keys} FROM (${valuesOf(asked)}) GROUP BY ${keys})
    SELECT totals.*, events, errors, writes, first, last, ${before}, ${shown}
    FROM (SELECT ${countWhere(counted)}, ${countWhere([...counted, ...isNew])},
        ${countWhere([...counted, long])}, ${sums}, ${now ? sql`sum(before)` : sql`0`} FROM grouped) AS totals
    LEFT JOIN (SELECT * FROM grouped WHERE ${wanted} ORDER BY ${order} LIMIT ${limit}) ON TRUE
    ORDER BY ${order}`;
}

const countWhere = (all: readonly Sql[]): Sql =>
  all.length === 0 ? sql`count(*)` : sql`count(*) FILTER (${joined(all, 'AND')})`;

const name = (n: number): Sql => ({ sql: `v${Math.trunc(n)}`, params: [] });

const isText = (subject: Subject): boolean =>
  subject.kind === 'path' || columnOf(subject).type.startsWith('VARCHAR');

/** Its bytes are counted already, its characters are not; no text has more of these. */
const tooLong = (subject: Subject, value: Sql): Sql =>
  isText(subject)
    ? sql`coalesce(strlen(${value}) > ${filterLimits.valueCharacters} AND length(${value}) > ${filterLimits.valueCharacters}, FALSE)`
    : no;

/** A share is compared as the number that it is; among equals the larger group stands first, then by value. */
function orderOf({ order, ascending, subjects }: Grouping): Sql {
  const direction = ascending ? sql`ASC NULLS LAST` : sql`DESC NULLS LAST`;
  const values = subjects.map((_, n) => name(n));
  const keys: Record<Grouping['order'], readonly Sql[]> = {
    count: [sql`events`],
    first: [sql`first`],
    last: [sql`last`],
    errors: [sql`errors / events`],
    writes: [sql`writes / events`],
    value: values,
  };
  return separated([
    ...keys[order].map((key) => sql`${key} ${direction}`),
    sql`events DESC`,
    ...values.map((value) => sql`${value} ASC NULLS LAST`),
  ]);
}

/** Of all groups together: what the events have, where each is in one group. */
const sums = sql`sum(events), sum(errors), sum(writes), min(first), max(last)`;

/** Each event is in one group. */
export const partsEvents = ({ subjects }: Pick<Grouping, 'subjects'>): boolean =>
  !subjects.some(isList);

const facts = sql`error_code, read_only, time_ms, listed_ms`;

/** A row for each event and each combination of its values, NULL where it has none. */
function valuesOf({ grouping: { subjects }, events, odd, paths }: Groupable): Sql {
  const hasPath = subjects.some(({ kind }) => kind === 'path');
  const values = (inOdd: boolean): Sql =>
    separated(
      subjects.map((subject, n) => {
        const list = inOdd ? oddList(paths.indexOf(subject)) : undefined;
        return sql`${valueOf(subject, list)} AS ${name(n)}`;
      }),
    );
  const plain = hasPath ? sql`(FROM ${events}) WHERE "plain"` : events;
  const all = sql`SELECT ${facts}, ${values(false)} FROM ${plain}`;
  const rows = hasPath ? sql`${all} UNION ALL SELECT ${facts}, ${values(true)} FROM ${odd}` : all;
  // One after the other: lists that are taken apart together would go in pairs.
  return subjects.reduce(
    (from, subject, n) =>
      isList(subject)
        ? sql`SELECT * REPLACE (unnest(${orNone(name(n))}) AS ${name(n)}) FROM (${from})`
        : from,
    rows,
  );
}

const isList = (subject: Subject): boolean =>
  subject.kind === 'path' || columnOf(subject).type === 'VARCHAR[]';

function valueOf(subject: Subject, odd: Sql | undefined): Sql {
  return subject.kind === 'path'
    ? (odd ?? textsAt(subject.path))
    : duckdb.column(columnOf(subject));
}

const orNone = (list: Sql): Sql =>
  sql`CASE WHEN coalesce(len(${list}), 0) = 0 THEN [NULL] ELSE ${list} END`;
