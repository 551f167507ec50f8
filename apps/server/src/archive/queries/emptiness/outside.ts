import { earliest, latest, msOf } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { EmptinessAsked, EmptinessFound } from '../../protocol/emptiness.ts';
import { matchingWithin } from '../matching/matching.ts';
import { inScopes, int64 } from '../../statements/place.ts';
import { withinTime } from '../matching/place.ts';
import { accountId, count, epochMs, oneOf, region } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import type { RowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';

type Outside = NonNullable<EmptinessFound['outside']>;

const partRow = fromEvents({
  lies: oneOf('elsewhere', 'within', 'before', 'after'),
  account: accountId,
  region,
  events: count,
  oldest: epochMs,
  newest: epochMs,
  since: count,
});
type Part = RowIn<typeof partRow>;

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
  const since = sql`listed_ms >= ${int64(msOf(asked.since))}`;
  const found = await rowsOf(
    connection,
    partRow,
    sql`SELECT CASE WHEN NOT (${here}) THEN 'elsewhere' WHEN ${then} THEN 'within'
          WHEN listed_ms < ${int64(msOf(asked.from))} THEN 'before' ELSE 'after' END AS lies,
        account, region, count(*) AS events, min(listed_ms), max(listed_ms), count(*) FILTER (${since})
      FROM archive.events WHERE (${here} OR ${then}) AND ${matches}
      GROUP BY lies, account, region ORDER BY events DESC, account, region`,
  );
  const lying = (where: Part['lies']): Part[] => found.filter(({ lies }) => lies === where);
  return {
    before: together(lying('before')),
    after: together(lying('after')),
    since: found.reduce((sum, { lies, since }) => sum + (lies === 'elsewhere' ? 0 : since), 0),
    elsewhere: lying('elsewhere').map(({ account, region, events }) => ({
      account,
      region,
      events,
    })),
  };
}

const together = (parts: readonly Part[]): Outside['before'] =>
  parts.length === 0
    ? { events: 0 }
    : {
        events: parts.reduce((sum, { events }) => sum + events, 0),
        oldest: earliest(...parts.map(({ oldest }) => oldest)),
        newest: latest(...parts.map(({ newest }) => newest)),
      };
