import { type Column, columnOfField, duckdb, type Sql, sql, type Subject } from '@trailglass/query';

const record = sql`"record"`;

/** As printTime writes it. */
const timeText = (ms: Sql): Sql =>
  sql`strftime(make_timestamp(${ms} * 1000), '%Y-%m-%dT%H:%M:%S') || CASE WHEN ${ms} % 1000 = 0 THEN 'Z'
      ELSE '.' || lpad(CAST(${ms} % 1000 AS VARCHAR), 3, '0') || 'Z' END`;

/** A `value` of these as it is shown: once for each that there is, not for each event. */
export function textOf(subject: Subject): Sql {
  const value = sql`value`;
  const type = subject.kind === 'field' ? columnOf(subject).type : 'VARCHAR';
  if (type === 'BIGINT') return timeText(value);
  return type === 'BOOLEAN' ? sql`CAST(${value} AS VARCHAR)` : value;
}

function columnOf({ name }: Extract<Subject, { kind: 'field' }>): Column {
  const column = columnOfField(name);
  if (column === undefined) throw new Error(`There is no column for ${name}.`);
  return column;
}

/** Each text of a list; one NULL for a list of none. */
const eachOf = (list: Sql, events: Sql): Sql =>
  sql`SELECT unnest(CASE WHEN coalesce(len(texts), 0) = 0 THEN [NULL] ELSE texts END) AS value
      FROM (SELECT ${list} AS texts FROM archive.events WHERE ${events})`;

/** Every text at a path; '' for an object, which is there and has no text. */
function textsAt(path: readonly string[]): Sql {
  const text = sql`CASE WHEN ${duckdb.isJsonObject(sql`j`)} THEN '' ELSE nullif(${duckdb.jsonText(sql`j`)}, '') END`;
  const all = sql`list_distinct(list_transform(${duckdb.jsonAt(record, path)}, lambda j: ${text}))`;
  // A name that the text does not have need not be looked for; a number may be a place in a list.
  const name = JSON.stringify(path.findLast((key) => !/^\d+$/.test(key)) ?? path[0]);
  return sql`CASE WHEN "plain" AND contains(${record}, ${name}) THEN ${all} ELSE [] END`;
}

/**
 * The values of these events as rows of one column `value`: each value of an event once, NULL for an event that has
 * none. A path gives those of plain records only, in which alone SQL sees what the matcher sees.
 */
export function valuesOf(subject: Subject, events: Sql): Sql {
  if (subject.kind === 'path') return eachOf(textsAt(subject.path), sql`${events} AND "plain"`);
  const column = columnOf(subject);
  const name = duckdb.column(column);
  // The catalogue gives each text of a list once.
  return column.type === 'VARCHAR[]'
    ? eachOf(name, events)
    : sql`SELECT ${name} AS value FROM archive.events WHERE ${events}`;
}
