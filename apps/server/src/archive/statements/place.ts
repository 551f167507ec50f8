import { joined, type Sql, sql, yes } from '@trailglass/query';
import { type EpochMs, type Scope, scopeKey } from '@trailglass/record';

const anyOf = (values: readonly string[]): Sql => {
  const marks = values.map(() => '?').join(', ');
  return { sql: `(${marks})`, params: values };
};

/** The events of these scopes; of all where none is named. */
export function inScopes(scopes: readonly Scope[]): Sql {
  if (scopes.length === 0) return yes;
  const accounts = [...new Set(scopes.map(({ account }) => account))];
  const regions = [...new Set(scopes.map(({ region }) => region))];
  const keys = [...new Set(scopes.map(scopeKey))];
  const scope = sql`account IN ${anyOf(accounts)} AND region IN ${anyOf(regions)}`;
  // Most often every Region of every account, and then that says it all.
  return keys.length === accounts.length * regions.length
    ? scope
    : joined([scope, sql`account || ':' || region IN ${anyOf(keys)}`], 'AND');
}

/** Bound whole numbers have 128 bits, with which comparing takes far longer. */
export const int64 = (value: number): Sql => sql`CAST(${value} AS BIGINT)`;

/** The events from a time until another one, which is not part of it. */
export const between = (from: EpochMs, until: EpochMs): Sql =>
  sql`listed_ms >= ${int64(from)} AND listed_ms < ${int64(until)}`;
