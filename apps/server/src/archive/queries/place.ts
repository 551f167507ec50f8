import { joined, type Sql, sql } from '@trailglass/query';
import { scopeKey } from '@trailglass/record';
import type { About } from '../figures-protocol.ts';

const anyOf = (values: readonly string[]): Sql => {
  const marks = values.map(() => '?').join(', ');
  return { sql: `(${marks})`, params: values };
};

/** Whole seconds, both ends inclusive. */
export const withinTime = ({ from, to }: Pick<About, 'from' | 'to'>): Sql =>
  sql`listed_ms >= CAST(${from * 1000} AS BIGINT) AND listed_ms < CAST(${(to + 1) * 1000} AS BIGINT)`;

export function withinScopes(scopes: About['scopes']): Sql {
  const accounts = [...new Set(scopes.map(({ account }) => account))];
  const regions = [...new Set(scopes.map(({ region }) => region))];
  const keys = [...new Set(scopes.map(scopeKey))];
  const scope = sql`account IN ${anyOf(accounts)} AND region IN ${anyOf(regions)}`;
  // Most often every Region of every account, and then that says it all.
  const pairs =
    keys.length === accounts.length * regions.length
      ? []
      : [sql`account || ':' || region IN ${anyOf(keys)}`];
  return joined([scope, ...pairs], 'AND');
}

/** The events of the scopes within the window. */
export const placeOf = (about: Pick<About, 'scopes' | 'from' | 'to'>): Sql =>
  joined([withinTime(about), withinScopes(about.scopes)], 'AND');
