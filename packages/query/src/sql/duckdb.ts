import type { Dialect } from './dialect.ts';
import { type Sql, sql } from './sql-text.ts';

/** Pointers, not `$."key"`: there `"*"` is a wildcard even in quotes. */
const pointer = (key: string): string => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;

const isIndex = (key: string): boolean => /^\d{1,9}$/.test(key);

const isArray = (json: Sql): Sql => sql`json_type(${json}) = 'ARRAY'`;
const elements = (json: Sql): Sql => sql`json_extract(${json}, '$[*]')`;
const value = sql`v`;
const element = sql`w`;

/** The values at a key of each of the values, a list's elements standing for the list. */
function step(values: Sql, key: string): Sql {
  const inElements = sql`list_transform(${elements(value)}, lambda w: json_extract(${element}, ${pointer(key)}))`;
  const at = isIndex(key)
    ? sql`json_extract(${value}, ${pointer(String(Number(key)))})`
    : undefined;
  const inList = at ? sql`CASE WHEN ${at} IS NULL THEN ${inElements} ELSE [${at}] END` : inElements;
  return sql`flatten(list_transform(${values}, lambda v: CASE WHEN ${isArray(value)} THEN ${inList} ELSE [json_extract(${value}, ${pointer(key)})] END))`;
}

const escaped = (character: string): string =>
  `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`;

export const duckdb: Dialect = {
  // Names come from the catalogue alone, and none has a quote in it.
  column: (column) => ({ sql: `"${column.name}"`, params: [] }),
  lower: (text) => sql`lower(${text})`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
  mayContain: (text, part) =>
    sql`regexp_matches(${text}, ${part.replace(/[^a-z0-9]/g, escaped)}, 'i')`,
  startsWith: (text, part) => sql`starts_with(${text}, ${part})`,
  endsWith: (text, part) => sql`ends_with(${text}, ${part})`,
  fits: (text, expression) => sql`regexp_full_match(${text}, ${expression}, 's')`,
  isLike: (text, pattern) => sql`${text} LIKE ${pattern} ESCAPE '\\'`,
  replace: (text, part, by) => sql`replace(${text}, ${part}, ${by})`,
  number: (text) => sql`TRY_CAST(${text} AS DOUBLE)`,
  milliseconds: (text) => sql`epoch_ms(TRY_CAST(${text} AS TIMESTAMP))`,
  ipv4: (text) =>
    sql`list_reduce(list_transform(string_split(${text}, '.'), lambda part: TRY_CAST(part AS BIGINT)), lambda sum, part: sum * 256 + part)`,
  some: (list, condition) => sql`len(list_filter(${list}, lambda x: ${condition})) > 0`,
  item: sql`x`,
  jsonAt(record, path) {
    const [first = '', ...rest] = path;
    const walked = rest.reduce(step, sql`[json_extract(${record}, ${pointer(first)})]`);
    // Most paths lead through no list: then one look into the record is enough.
    const direct = sql`json_extract(${record}, ${path.map(pointer).join('')})`;
    const straight = rest.length > 0 && !rest.some(isIndex);
    const found = straight
      ? sql`CASE WHEN ${direct} IS NULL THEN ${walked} ELSE [${direct}] END`
      : walked;
    return sql`flatten(list_transform(${found}, lambda v: CASE WHEN ${isArray(value)} THEN ${elements(value)} ELSE [${value}] END))`;
  },
  jsonText: (json) =>
    sql`CASE WHEN json_type(${json}) <> 'OBJECT' THEN json_extract_string(${json}, '$') END`,
  isJsonNumber: (json) => sql`json_type(${json}) IN ('BIGINT', 'UBIGINT', 'DOUBLE')`,
  isJsonObject: (json) => sql`json_type(${json}) = 'OBJECT'`,
};
