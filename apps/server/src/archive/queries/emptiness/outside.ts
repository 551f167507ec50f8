import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { EmptinessAsked, EmptinessFound } from '../../protocol/emptiness.ts';
import { matchingWithin } from '../matching/matching.ts';
import { inScopes } from '../../statements/place.ts';
import { withinTime } from '../matching/place.ts';
import { rowsOf } from '../../statements/statement.ts';

type Outside = NonNullable<EmptinessFound['outside']>;

/** Matches at any time in the scopes, and within the window in others. Undefined if too many had to be looked at. */
export async function countOutside(
  connection: DuckDBConnection,
  asked: EmptinessAsked,
  signal: AbortSignal,
): Promise<Outside | undefined> {
  const here = inScopes(asked.scopes);
  const then = withinTime(asked);
  const matches = await matchingWithin(
    connection,
    { place: sql`(${here} OR ${then})`, filter: asked.filter },
    { often: false, signal },
  );
  if (matches === undefined) return undefined;
  const since = sql`listed_ms >= CAST(${asked.since * 1000} AS BIGINT)`;
  const rows = await rowsOf(
    connection,
    sql`SELECT CASE WHEN NOT (${here}) THEN 'elsewhere' WHEN ${then} THEN 'within'
          WHEN listed_ms < CAST(${asked.from * 1000} AS BIGINT) THEN 'before' ELSE 'after' END AS lies,
        account, region, count(*) AS events, min(listed_ms), max(listed_ms), count(*) FILTER (${since})
      FROM archive.events WHERE (${here} OR ${then}) AND ${matches}
      GROUP BY lies, account, region ORDER BY events DESC, account, region`,
  );
  const found = rows.map(([lies, account, region, events, oldest, newest, since]) => ({
    lies: String(lies),
    scope: { account: String(account), region: String(region), events: Number(events) },
    oldest: Number(oldest),
    newest: Number(newest),
    since: Number(since),
  }));
  const lying = (where: string) => found.filter(({ lies }) => lies === where);
  return {
    before: together(lying('before')),
    after: together(lying('after')),
    since: found.reduce((sum, { lies, since }) => sum + (lies === 'elsewhere' ? 0 : since), 0),
    elsewhere: lying('elsewhere').map(({ scope }) => scope),
  };
}

interface Part {
  readonly scope: { readonly events: number };
  readonly oldest: number;
  readonly newest: number;
}
const together = (parts: readonly Part[]): Outside['before'] =>
  parts.length === 0
    ? { events: 0 }
    : {
        events: parts.reduce((sum, { scope }) => sum + scope.events, 0),
        oldest: Math.min(...parts.map(({ oldest }) => oldest)),
        newest: Math.max(...parts.map(({ newest }) => newest)),
      };
