import type { DuckDBConnection } from '@duckdb/node-api';
import { type Sql, sql } from '@trailglass/query';
import { type Before, type Seen, type TraitName, traitNames } from '../../protocol/novelty.ts';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { int64 } from '../../statements/place.ts';
import { count, epochMs, optional, sum } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { rowsOf, separated } from '../../statements/statement.ts';
import { agentOf, apiOf, doneBy, keyOf, networkOf } from './traits.ts';

/**
 * What each principal did within its window. The events are gone through once for all windows: between two neighbouring
 * ends of windows they are counted together, and then summed for each.
 */
export async function readSeenBefore(
  connection: DuckDBConnection,
  { asked }: Extract<Request, { op: 'seen-before' }>,
): Promise<Answer<'seen-before'>> {
  if (asked.length === 0) return { seen: [] };
  const edges = [...new Set(asked.flatMap(({ from, until }) => [from, until]))].sort(
    (a, b) => a - b,
  );
  const windows = separated(
    asked.map(
      ({ who, from, until, ...traits }, n) =>
        sql`(${int64(n)}, ${keyOf(who)}, ${int64(edges.indexOf(from))}, ${int64(edges.indexOf(until))}, ${separated(
          traitNames.map((name) => textOf(traits[name])),
        )})`,
    ),
  );
  const done = doneBy(asked.map(({ who }) => who));
  const rows = await rowsOf(
    connection,
    seenRow,
    sql`WITH windows(n, who, low, high, api, region, network, agent) AS (VALUES ${windows}),
      edges(step, edge) AS (VALUES ${separated(edges.map((edge, step) => sql`(${int64(step)}, ${int64(edge)})`))}),
      done AS (
        SELECT ${done.who} AS who, time_ms, ${apiOf} AS api, aws_region AS region,
          source_ip_address AS address, user_agent AS software FROM archive.events
        WHERE time_ms >= ${int64(edges[0] ?? 0)} AND time_ms < ${int64(edges.at(-1) ?? 0)} AND (${done.where})),
      placed AS (SELECT done.*, step FROM done ASOF JOIN edges ON done.time_ms >= edges.edge),
      counted AS (
        SELECT who, step, api, region, address, software, grouping(api, region, address, software) AS made,
          count(*) AS events, min(time_ms) AS first, max(time_ms) AS last
        FROM placed GROUP BY GROUPING SETS (
          (who, step), (who, step, api), (who, step, region), (who, step, address), (who, step, software))),
      valued AS (
        SELECT who, step, made, events, first, last, CASE made WHEN 7 THEN api WHEN 11 THEN region
          WHEN 13 THEN ${networkOf(sql`address`)} WHEN 14 THEN ${agentOf(sql`software`)} END AS value
        FROM counted)
      SELECT windows.n, made, sum(events), min(first), count(DISTINCT value),
        sum(events) FILTER (value = CASE made WHEN 7 THEN windows.api WHEN 11 THEN windows.region
          WHEN 13 THEN windows.network WHEN 14 THEN windows.agent END) AS same,
        max(last) FILTER (value = CASE made WHEN 7 THEN windows.api WHEN 11 THEN windows.region
          WHEN 13 THEN windows.network WHEN 14 THEN windows.agent END) AS last
      FROM windows JOIN valued ON valued.who = windows.who AND step >= low AND step < high
      GROUP BY windows.n, made`,
  );
  const seen = asked.map(nothingSeen);
  for (const { n, made, events, first, distinct, same, last } of rows) {
    const one = seen[n];
    const trait = traitBy.get(made);
    if (one === undefined) continue;
    if (trait === undefined) Object.assign(one, { events, first });
    else one[trait] = { events: same, ...(last !== undefined && { last }), distinct };
  }
  return { seen };
}

const seenRow = fromEvents({
  n: count,
  made: count,
  events: count,
  first: epochMs,
  distinct: count,
  same: sum,
  last: optional(epochMs),
});

/** Which of the four a group was made by, as the bits of `grouping` say it; 15 is none of them. */
const traitBy: ReadonlyMap<number, TraitName> = new Map([
  [7, 'api'],
  [11, 'region'],
  [13, 'network'],
  [14, 'agent'],
]);

const nothingSeen = (): Seen => {
  const same = (): Seen['api'] => ({ events: 0, distinct: 0 });
  return { events: 0, api: same(), region: same(), network: same(), agent: same() };
};

const textOf = (text: Before[TraitName]): Sql =>
  text === undefined ? sql`CAST(NULL AS VARCHAR)` : sql`${text}`;
