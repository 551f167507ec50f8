import { interleaved, ms } from '../figures/interleaved.ts';
import type { Line } from '../figures/report.ts';
import { groupsOf } from './ask.ts';
import { type ByHand, inWindow } from './by-hand.ts';
import type { Made } from './made-archive.ts';
import { questions } from './questions.ts';
import type { Served } from './serve.ts';

const byHand = (value: string, where: string): string =>
  `SELECT ${value} AS value, count(*) AS events, min(time_ms), max(time_ms), count(error_code),
     count(*) FILTER (read_only = FALSE)
   FROM events WHERE ${inWindow} AND ${where} GROUP BY value ORDER BY events DESC LIMIT 50`;

const MOST_GROUPS = 2_000_000;

/** A table of groups through the server's HTTP, against the statement as somebody types it. */
export async function groups({ url }: Served, hand: ByHand, made: Made): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { by, value, q, sql, what } of [
    { by: 'userAgent', value: 'user_agent', q: '', sql: 'TRUE', what: 'everything' },
    { by: 'sourceIPAddress', value: 'source_ip_address', ...questions[1], what: 'three clauses' },
    // Nearly every event is a group of its own: of ten million, more than a count may have room for, which is told.
    ...(made.events > MOST_GROUPS
      ? []
      : [{ by: 'requestID', value: 'request_id', q: '', sql: 'TRUE', what: 'everything' }]),
    {
      by: 'requestParameters.bucketName',
      value: "record ->> '$.requestParameters.bucketName'",
      q: 'source:s3.amazonaws.com',
      sql: "event_source = 's3.amazonaws.com'",
      what: 'one clause',
    },
  ]) {
    const ours = () => groupsOf(url, { q, scopes: made.scopes }, by);
    const { events } = await ours();
    const [[all] = []] = await hand.rows(
      `SELECT count(*) FROM events WHERE ${inWindow} AND ${sql}`,
    );
    if (events !== Number(all)) throw new Error(`${q} by ${by}: ${events}, by hand ${String(all)}`);
    const took = await interleaved(7, ours, () => hand.rows(byHand(value, sql)));
    console.log(`  grouped by ${by}, ${what}: ${ms(took.ours)}, by hand ${ms(took.theirs)}`);
    lines.push({ what: `group by ${by}, ${what} ÷ by hand`, ratio: took.ratio, target: 1.3 });
  }
  return lines;
}
