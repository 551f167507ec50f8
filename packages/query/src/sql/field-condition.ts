import type { FieldName } from '@trailglass/record';
import { parseDecimal } from '../decimal.ts';
import { timeSpan } from '../time-span.ts';
import { allBounds, type Bounds, exactly, mapBounds, never, unknown } from './bounds.ts';
import { type Column, columnOfField } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { type Sql, sql, yes } from './sql-text.ts';
import { compareTime } from './compare.ts';
import { type Present, textCondition, type ValueCondition } from './text-condition.ts';

function timeCondition(time: Sql, condition: ValueCondition): Bounds {
  if (condition.kind === 'like') return unknown;
  if (condition.kind === 'within') return never;
  const { value } = condition;
  const span = timeSpan(value);
  if (span === undefined) return never;
  if (condition.kind === 'is')
    return allBounds([
      exactly(compareTime(time, '>=', span)),
      exactly(compareTime(time, '<=', span)),
    ]);
  return parseDecimal(value) ? never : exactly(compareTime(time, condition.op, span));
}

function flagCondition(to: Dialect, flag: Sql, condition: ValueCondition): Bounds {
  const { kind } = condition;
  if (kind === 'is')
    return condition.value === 'true'
      ? exactly(sql`${flag} = TRUE`)
      : condition.value === 'false'
        ? exactly(sql`${flag} = FALSE`)
        : never;
  const text = sql`CASE WHEN ${flag} THEN 'true' WHEN NOT ${flag} THEN 'false' END`;
  return textCondition(to, text, condition);
}

const conditionOn = (to: Dialect, column: Column, condition: ValueCondition): Bounds => {
  const name = to.column(column);
  switch (column.type) {
    case 'BIGINT':
      return timeCondition(name, condition);
    case 'BOOLEAN':
      return flagCondition(to, name, condition);
    case 'VARCHAR':
      return textCondition(to, name, condition);
    case 'VARCHAR[]':
      return mapBounds(textCondition(to, to.item, condition), (holds) => to.some(name, holds));
  }
};

/** A condition on a field of the catalogue, each of which is a column. */
export function fieldCondition(
  to: Dialect,
  name: FieldName,
  condition: ValueCondition | Present,
): Bounds {
  const column = columnOfField(name);
  if (column === undefined) return unknown;
  if (condition.kind !== 'present') return conditionOn(to, column, condition);
  const value = to.column(column);
  return exactly(column.type === 'VARCHAR[]' ? to.some(value, yes) : sql`${value} IS NOT NULL`);
}
