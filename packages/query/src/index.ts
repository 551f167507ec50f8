export { combine, replaced, requirements, sameFilter, without } from './combine.ts';
export * from './filter.ts';
export { exactText, withExactNumbers } from './exact-number.ts';
export { finder, type Found } from './found.ts';
export { matcher } from './match.ts';
export { needles } from './needles.ts';
export { type Address, isWithin, type Network, parseAddress, parseNetwork } from './network.ts';
export { allOf, anyOf, conjuncts, not } from './normal.ts';
export { parseFilter } from './parse.ts';
export { printFilter } from './print.ts';
export { pushDown, type PushDown } from './push-down.ts';
export {
  type Column,
  columnOfField,
  type ColumnType,
  type ColumnValue,
  eventColumns,
} from './sql/columns.ts';
export { parseSubject, subjectText } from './subject.ts';
export { filterSpans, type Span, type SpanKind } from './spans.ts';
export type { Dialect } from './sql/dialect.ts';
export { duckdb } from './sql/duckdb.ts';
export { joined, no, type Sql, sql, type SqlValue, yes } from './sql/sql-text.ts';
export { type SqlFilter, toSql } from './sql/to-sql.ts';
export { timeSpan, type TimeSpan } from './time-span.ts';
