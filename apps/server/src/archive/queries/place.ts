import { joined, type Sql, sql } from '@trailglass/query';
import { scopeKey } from '@trailglass/record';
import type { About } from '../figures-protocol.ts';

const anyOf = (values: readonly string[]): Sql => {
  const marks = values.map(() => '?').join(', ');
  return { sql: `(${marks})`, params: values };
};

/** The events of the scopes within the window. */
export function placeOf({ scopes, from, to }: About): Sql {
  const accounts = [...new Set(scopes.map(({ account }) => account))];
  const regions = [...new Set(scopes.map(({ region }) => region))];
  const keys = [...new Set(scopes.map(scopeKey))];
  const window = sql`listed_ms >= CAST(${from * 1000} AS BIGINT) AND listed_ms < CAST(${(to + 1) * 1000} AS BIGINT)`;
  const scope = sql`account IN ${anyOf(accounts)} AND region IN ${anyOf(regions)}`;
  // Most often every Region of every account, and then that says it all.
  const pairs =
    keys.length === accounts.length * regions.length
      ? []
      : [sql`account || ':' || region IN ${anyOf(keys)}`];
  return joined([window, scope, ...pairs], 'AND');
}
