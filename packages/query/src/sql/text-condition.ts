import { timeSpan, type TimeSpan } from '../time-span.ts';
import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Comparison, Filter } from '../filter.ts';
import { parseNetwork } from '../network.ts';
import { anyBounds, type Bounds, exactly, never } from './bounds.ts';
import { equals } from './certain.ts';
import type { Dialect } from './dialect.ts';
import { like } from './like.ts';
import { no, type Sql, sql } from './sql-text.ts';

/** What a single value is asked; `present` is asked of all of them. */
export type ValueCondition = Extract<
  Filter,
  { readonly kind: 'is' | 'like' | 'within' | 'compare' }
>;

export type Present = Extract<Filter, { readonly kind: 'present' }>;

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
function compareNumber(to: Dialect, text: Sql, op: Comparison, wanted: string): Bounds {
  const { digits, exponent } = parseDecimal(wanted) as Decimal;
  if (digits.length > 15 || Math.abs(exponent) > 20)
    return { may: to.isLike(text, decimal), must: no };
  const short = sql`length(${text}) <= 15 AND ${to.isLike(text, plainDecimal)}`;
  const holds = sql`${to.number(text)} ${operators[op]} CAST(${Number(wanted)} AS DOUBLE)`;
  return {
    may: sql`CASE WHEN ${short} THEN ${holds} ELSE ${to.isLike(text, decimal)} END`,
    must: sql`CASE WHEN ${short} THEN ${holds} ELSE FALSE END`,
  };
}

const plainTime = String.raw`[12]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z`;
const perhapsTime = String.raw`.*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*`;

function compareTimeText(to: Dialect, text: Sql, op: Comparison, span: TimeSpan): Bounds {
  const plain = to.isLike(text, plainTime);
  const holds = compareTime(to.milliseconds(text), op, span);
  return {
    may: sql`CASE WHEN ${plain} THEN ${holds} ELSE ${to.isLike(text, perhapsTime)} END`,
    must: sql`CASE WHEN ${plain} THEN ${holds} ELSE FALSE END`,
  };
}

const octet = String.raw`(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])`;
const ipv4 = String.raw`${octet}\.${octet}\.${octet}\.${octet}`;

/** IPv4 by its number. IPv6 has many spellings: SQL finds what may be an address, the matcher reads it. */
function within(to: Dialect, text: Sql, written: string): Bounds {
  const itself = equals(text, written);
  const network = parseNetwork(written);
  if (network === undefined) return itself;
  if (network.bits === 128) return anyBounds([itself, { may: to.contains(text, ':'), must: no }]);
  const size = 2 ** (32 - network.prefix);
  const from = Math.floor(Number(network.value) / size) * size;
  const inside = sql`${to.ipv4(text)} BETWEEN CAST(${from} AS BIGINT) AND CAST(${from + size - 1} AS BIGINT)`;
  // An IPv4-mapped address has this group, however it is written.
  const mapped: Bounds = { may: to.contains(to.lower(text), ':ffff:'), must: no };
  return anyBounds([
    itself,
    exactly(sql`CASE WHEN ${to.isLike(text, ipv4)} THEN ${inside} ELSE FALSE END`),
    mapped,
  ]);
}

/** What a condition asks of one text. */
export function textCondition(to: Dialect, text: Sql, condition: ValueCondition): Bounds {
  switch (condition.kind) {
    case 'is':
      return equals(text, condition.value);
    case 'like':
      return like(to, text, condition.pattern);
    case 'within':
      return within(to, text, condition.network);
    case 'compare': {
      const { op, value } = condition;
      if (parseDecimal(value)) return compareNumber(to, text, op, value);
      const span = timeSpan(value);
      return span ? compareTimeText(to, text, op, span) : never;
    }
  }
}
