import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Comparison } from '../filter.ts';
import { timeSpan, type TimeSpan } from '../time-span.ts';
import { type Bounds, never } from './bounds.ts';
import type { Dialect } from './dialect.ts';
import { no, type Sql, sql } from './sql-text.ts';

const operators: Record<Comparison, Sql> = {
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
};

/** A time in milliseconds against a written period (see timeSpan). */
export function compareTime(time: Sql, op: Comparison, { from, until }: TimeSpan): Sql {
  const edge = op === '<' || op === '>=' ? from : until;
  return sql`${time} ${op === '<' || op === '<=' ? sql`<` : sql`>=`} CAST(${edge} AS BIGINT)`;
}

const decimal = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,9})?`;
const plainDecimal = String.raw`-?\d+(?:\.\d+)?`;

/** Numbers of up to 15 digits order as doubles do; for longer ones SQL says only that they are numbers. */
function compareNumber(
  to: Dialect,
  text: Sql,
  op: Comparison,
  wanted: string,
  { digits, exponent }: Decimal,
): Bounds {
  if (digits.length > 15 || Math.abs(exponent) > 20)
    return { may: to.fits(text, decimal), must: no };
  const short = sql`length(${text}) <= 15 AND ${to.fits(text, plainDecimal)}`;
  const holds = sql`${to.number(text)} ${operators[op]} CAST(${Number(wanted)} AS DOUBLE)`;
  return {
    may: sql`CASE WHEN ${short} THEN ${holds} ELSE ${to.fits(text, decimal)} END`,
    must: sql`CASE WHEN ${short} THEN ${holds} ELSE FALSE END`,
  };
}

const plainTime = String.raw`[12]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z`;
const perhapsTime = String.raw`.*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*`;

function compareTimeText(to: Dialect, text: Sql, op: Comparison, span: TimeSpan): Bounds {
  const plain = to.fits(text, plainTime);
  const holds = compareTime(to.milliseconds(text), op, span);
  return {
    may: sql`CASE WHEN ${plain} THEN ${holds} ELSE ${to.fits(text, perhapsTime)} END`,
    must: sql`CASE WHEN ${plain} THEN ${holds} ELSE FALSE END`,
  };
}

/** A text that is a number against a number, or that is a time against a time. */
export function compare(to: Dialect, text: Sql, op: Comparison, wanted: string): Bounds {
  const number = parseDecimal(wanted);
  if (number) return compareNumber(to, text, op, wanted, number);
  const span = timeSpan(wanted);
  return span ? compareTimeText(to, text, op, span) : never;
}
