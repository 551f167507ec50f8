import { type Column, columnOfField, duckdb, type Sql, sql, type Subject } from '@trailglass/query';

const record = sql`"record"`;

/** As printTime writes it. */
const timeText = (ms: Sql): Sql =>
  sql`strftime(make_timestamp(${ms} * 1000), '%Y-%m-%dT%H:%M:%S') || CASE WHEN ${ms} % 1000 = 0 THEN 'Z'
      ELSE '.' || lpad(CAST(${ms} % 1000 AS VARCHAR), 3, '0') || 'Z' END`;

/** A value of these as it is shown: once for each that there is, not for each event. */
export function textOf(subject: Subject, value = sql`value`): Sql {
  const type = subject.kind === 'field' ? columnOf(subject).type : 'VARCHAR';
  if (type === 'BIGINT') return timeText(value);
  return type === 'BOOLEAN' ? sql`CAST(${value} AS VARCHAR)` : value;
}

export function columnOf({ name }: Extract<Subject, { kind: 'field' }>): Column {
  const column = columnOfField(name);
  if (column === undefined) throw new Error(`There is no column for ${name}.`);
  return column;
}

/** Each text of a list; one NULL for a list of none. */
const eachOf = (list: Sql, from: Sql): Sql =>
  sql`SELECT unnest(CASE WHEN coalesce(len(texts), 0) = 0 THEN [NULL] ELSE texts END) AS value
      FROM (SELECT ${list} AS texts FROM ${from})`;

/** Every text at a path; '' for an object, which is there and has no text. */
export function textsAt(path: readonly string[]): Sql {
  const text = sql`CASE WHEN ${duckdb.isJsonObject(sql`j`)} THEN '' ELSE nullif(${duckdb.jsonText(sql`j`)}, '') END`;
  const all = sql`list_distinct(list_transform(${duckdb.jsonAt(record, path)}, lambda j: ${text}))`;
  // A name that the text does not have need not be looked for; a number may be a place in a list.
  const name = JSON.stringify(path.findLast((key) => !/^\d+$/.test(key)) ?? path[0]);
  return sql`CASE WHEN "plain" AND contains(${record}, ${name}) THEN ${all} ELSE [] END`;
}

/**
 * How many of these events have which value, as rows of `value` and `events`: each value of an event once, NULL for an
 * event that has none. A path counts plain records only, in which alone SQL sees what the matcher sees; `more` are
 * values of others, in a column `value`.
 * @param from what stands behind FROM
 */
export function groupsOf(subject: Subject, from: Sql, more?: Sql): Sql {
  if (subject.kind === 'path') {
    const seen = eachOf(textsAt(subject.path), sql`(FROM ${from}) WHERE "plain"`);
    const values = more ? sql`${seen} UNION ALL ${more}` : seen;
    return sql`SELECT value, count(*) AS events FROM (${values}) GROUP BY value`;
  }
  const column = columnOf(subject);
  const name = duckdb.column(column);
  if (column.type !== 'VARCHAR[]')
    return sql`SELECT ${name} AS value, count(*) AS events FROM ${from} GROUP BY ${name}`;
  // The catalogue gives each text of a list once. Lists of none are quicker counted apart than turned into one of NULL.
  return sql`SELECT value, count(*) AS events FROM (SELECT unnest(${name}) AS value FROM ${from}) GROUP BY value
    UNION ALL SELECT NULL, count(*) FROM (FROM ${from}) WHERE coalesce(len(${name}), 0) = 0`;
}

/** The columns that these subjects are counted by; undefined if one of them is counted by the record itself. */
export function columnsOf(subjects: readonly Subject[]): Sql | undefined {
  const names = new Set<string>();
  for (const subject of subjects) {
    if (subject.kind === 'path') return undefined;
    names.add(duckdb.column(columnOf(subject)).sql);
  }
  return { sql: [...names].join(', '), params: [] };
}
