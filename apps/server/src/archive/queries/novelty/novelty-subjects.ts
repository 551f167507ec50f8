import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { NoveltySubject } from '../../protocol/novelty.ts';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { ms } from '../../statements/place.ts';
import { rowsOf, separated } from '../../statements/statement.ts';
import { agentOf, apiOf, networkOf, whoKind, whoValue } from './traits.ts';

type Asked = Extract<Request, { op: 'novelty-subjects' }>;

/** What these events are compared by. */
export async function readSubjects(
  connection: DuckDBConnection,
  { events }: Asked,
): Promise<Answer<'novelty-subjects'>> {
  if (events.length === 0) return { subjects: [] };
  const times = events.map(({ time }) => time);
  const asked = separated(
    events.map(
      ({ account, region, eventId }, n) => sql`(${ms(n)}, ${account}, ${region}, ${eventId})`,
    ),
  );
  const ids = separated(events.map(({ eventId }) => sql`${eventId}`));
  const rows = await rowsOf(
    connection,
    sql`WITH asked(n, account, region, event_id) AS (VALUES ${asked}),
      told AS (
        SELECT account, region, event_id, ${whoKind} AS kind, ${whoValue} AS who, username, event_source, event_name,
          time_ms, ${apiOf} AS api, aws_region, ${networkOf(sql`source_ip_address`)} AS network, ${agentOf(sql`user_agent`)} AS agent
        FROM archive.events
        WHERE time_ms BETWEEN ${ms(Math.min(...times))} AND ${ms(Math.max(...times))} AND event_id IN (${ids}))
      SELECT asked.n, kind, who, username, event_source, event_name, time_ms, api, aws_region, network, agent
      FROM asked JOIN told USING (account, region, event_id) WHERE kind IS NOT NULL ORDER BY asked.n`,
  );
  return { subjects: rows.map(subjectOf) };
}

function subjectOf(row: Awaited<ReturnType<typeof rowsOf>>[number]): NoveltySubject {
  const text = (at: number): string | undefined => {
    const value = row[at];
    return value === null || value === undefined ? undefined : String(value);
  };
  const given = {
    username: text(3),
    source: text(4),
    name: text(5),
    api: text(7),
    region: text(8),
    network: text(9),
    agent: text(10),
  };
  return {
    n: Number(row[0]),
    who: { kind: text(1) as NoveltySubject['who']['kind'], value: text(2) ?? '' },
    time: Number(row[6]),
    ...given,
  };
}
