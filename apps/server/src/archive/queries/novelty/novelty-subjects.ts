import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import { type NoveltySubject, whoKinds } from '../../protocol/novelty.ts';
import type { Answer, Request } from '../../protocol/protocol.ts';
import { int64 } from '../../statements/place.ts';
import { count, epochMs, oneOf, optional, text } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import type { RowReader } from '../../statements/row.ts';
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
      ({ account, region, eventId }, n) => sql`(${int64(n)}, ${account}, ${region}, ${eventId})`,
    ),
  );
  const ids = separated(events.map(({ eventId }) => sql`${eventId}`));
  const subjects = await rowsOf(
    connection,
    subjectRow,
    sql`WITH asked(n, account, region, event_id) AS (VALUES ${asked}),
      told AS (
        SELECT account, region, event_id, ${whoKind} AS kind, ${whoValue} AS who, username, event_source, event_name,
          time_ms, ${apiOf} AS api, aws_region, ${networkOf(sql`source_ip_address`)} AS network, ${agentOf(sql`user_agent`)} AS agent
        FROM archive.events
        WHERE time_ms BETWEEN ${int64(Math.min(...times))} AND ${int64(Math.max(...times))} AND event_id IN (${ids}))
      SELECT asked.n, kind, who, username, event_source, event_name, time_ms, api, aws_region, network, agent
      FROM asked JOIN told USING (account, region, event_id) WHERE kind IS NOT NULL ORDER BY asked.n`,
  );
  return { subjects };
}

const told = fromEvents({
  n: count,
  kind: oneOf(...whoKinds),
  value: text,
  username: optional(text),
  source: optional(text),
  name: optional(text),
  time: epochMs,
  api: optional(text),
  region: optional(text),
  network: optional(text),
  agent: optional(text),
});
const subjectRow: RowReader<NoveltySubject> = {
  read: (row) => {
    const { kind, value, ...subject } = told.read(row);
    return { ...subject, who: { kind, value } };
  },
};
