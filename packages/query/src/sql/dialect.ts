import type { Column } from './columns.ts';
import type { Sql } from './sql-text.ts';

/**
 * How one engine says what a filter needs; everything that all engines share is in to-sql.ts. Texts that are NULL give
 * NULL or FALSE. Text is compared by its bytes, and a character is a code point.
 */
export interface Dialect {
  readonly column: (column: Column) => Sql;
  readonly lower: (text: Sql) => Sql;
  readonly contains: (text: Sql, part: string) => Sql;
  /** Whether the text has this ASCII part in any case; quicker than by lower(). */
  readonly mayContain: (text: Sql, part: string) => Sql;
  readonly startsWith: (text: Sql, part: string) => Sql;
  readonly endsWith: (text: Sql, part: string) => Sql;
  /** The whole text, by an expression in RE2's syntax where `.` is any character: linear in time on any text. */
  readonly fits: (text: Sql, expression: string) => Sql;
  /** The whole text, by a pattern where `%` is any characters, `_` is one, and `\` makes them ordinary. */
  readonly isLike: (text: Sql, pattern: string) => Sql;
  readonly replace: (text: Sql, part: string, by: string) => Sql;
  /** A number; the text is a plain decimal number. */
  readonly number: (text: Sql) => Sql;
  /** Milliseconds since 1970 of `2026-11-22T15:40:02.5Z`; NULL for a date that does not exist. */
  readonly milliseconds: (text: Sql) => Sql;
  /** An IPv4 address that is written with four numbers, as one number. */
  readonly ipv4: (text: Sql) => Sql;
  /** Whether the condition holds for one of the list's items at least; within it each is called `item`. */
  readonly some: (list: Sql, condition: Sql) => Sql;
  readonly item: Sql;
  /** The JSON values at a path of keys within a plain record, going through lists as `all` does: a list, without lists. */
  readonly jsonAt: (record: Sql, path: readonly string[]) => Sql;
  /** A JSON value as text, strings without quotes; NULL for null and for objects. */
  readonly jsonText: (json: Sql) => Sql;
  readonly isJsonNumber: (json: Sql) => Sql;
  readonly isJsonObject: (json: Sql) => Sql;
}
