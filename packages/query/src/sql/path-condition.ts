import { compareDecimals, parseDecimal } from '../decimal.ts';
import { anyBounds, type Bounds, exactly, mapBounds, unknown } from './bounds.ts';
import { plain, record } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { isPlainNumber } from './plain-record.ts';
import { joined, no, type Sql, sql, yes } from './sql-text.ts';
import { type Present, textCondition, type ValueCondition } from './text-condition.ts';

/** How a plain record writes the number that `5e1` is; undefined where it cannot hold it, or as it stands there. */
function otherSpelling(value: string): string | undefined {
  const wanted = parseDecimal(value);
  const written = String(Number(value));
  const same = parseDecimal(written);
  if (!wanted || !same || written === value || !isPlainNumber(written)) return undefined;
  return compareDecimals(wanted, same) === 0 ? written : undefined;
}

function valueCondition(to: Dialect, json: Sql, condition: ValueCondition | Present): Bounds {
  // "" is no value.
  const text = sql`nullif(${to.jsonText(json)}, '')`;
  if (condition.kind === 'present')
    return exactly(sql`(${to.isJsonObject(json)} OR ${text} IS NOT NULL)`);
  const bounds = textCondition(to, text, condition);
  const number = condition.kind === 'is' ? otherSpelling(condition.value) : undefined;
  if (number === undefined) return bounds;
  return anyBounds([bounds, exactly(sql`(${to.isJsonNumber(json)} AND ${text} = ${number})`)]);
}

/** What a plain record's text has in it if the condition holds: far quicker to see than to parse the record. */
function traces(path: readonly string[], condition: ValueCondition | Present): readonly string[] {
  // A number may be a place in a list, which the text does not name; the first key never is.
  const key = JSON.stringify(path.findLast((name) => !/^\d+$/.test(name)) ?? path[0]);
  const isText = condition.kind === 'is' && otherSpelling(condition.value) === undefined;
  return isText ? [JSON.stringify(condition.value).slice(1, -1), key] : [key];
}

/** A condition on a path into the record: SQL sees into plain records only. */
export function pathCondition(
  to: Dialect,
  path: readonly string[],
  condition: ValueCondition | Present,
): Bounds {
  if (path.length === 0) return unknown;
  const text = to.column(record);
  const seen = joined(
    traces(path, condition).map((part) => to.contains(text, part)),
    'AND',
  );
  const found = mapBounds(valueCondition(to, to.item, condition), (holds) => {
    const some = to.some(to.jsonAt(text, path), holds);
    return sql`CASE WHEN ${seen} THEN ${some} ELSE FALSE END`;
  });
  // CASE and not AND: only CASE keeps JSON functions away from text that is not JSON.
  const within = (holds: Sql, elsewhere: Sql): Sql =>
    sql`CASE WHEN ${to.column(plain)} THEN ${holds} ELSE ${elsewhere} END`;
  return { may: within(found.may, yes), must: within(found.must, no) };
}
