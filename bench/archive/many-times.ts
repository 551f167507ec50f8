import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { eventsTable, makeTables } from '../../apps/server/src/archive/store/tables/schema.ts';
import type { Made } from './made-archive.ts';
import { days, now } from './sample-days.ts';

const dayMs = 86_400_000;
/** Between an event and its copy: so far that what is compressed together has no event twice. */
const apartMs = 8 * 3_600_000 + 2_311_000;

/** A hash as an id is written. */
const idOf = (hash: string): string =>
  [1, 9, 13, 17, 21]
    .map((at, n) => `substr(${hash}, ${at}, ${n === 0 ? 8 : n === 4 ? 12 : 4})`)
    .join(" || '-' || ");
const timeText = (ms: string): string => `strftime(epoch_ms(${ms}), '%Y-%m-%dT%H:%M:%SZ')`;

/** The events of the day before this, each as it was but for its ids and its time. */
function copyOf(copy: number, to: number): string {
  const later = copy * apartMs;
  const from = `FROM base.events WHERE listed_ms > ${to - dayMs + later} AND listed_ms <= ${to + later}`;
  if (copy === 0) return `SELECT * ${from}`;
  return `SELECT * EXCLUDE (one, other) REPLACE (
      ${idOf('one')} AS event_id, ${idOf('other')} AS request_id,
      time_ms - ${later} AS time_ms, listed_ms - ${later} AS listed_ms,
      replace(replace(replace(record, event_id, ${idOf('one')}),
        coalesce(request_id, event_id), coalesce(${idOf('other')}, event_id)),
        ${timeText('time_ms')}, ${timeText(`time_ms - ${later}`)}) AS record)
    FROM (SELECT *, md5(event_id || ${copy}) AS one, md5(request_id || ${copy}) AS other ${from})`;
}

/**
 * An archive of so many times the events of another: what the samples would take hours to tell. Each copy has ids of its
 * own and happened some hours before the one it was made of, wherever the record says so; in the order of a whole read,
 * day after day.
 */
export async function manyTimes(base: Made, times: number, folder: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 2');
  await connection.run("SET memory_limit = '3GB'");
  await connection.run(
    `ATTACH '${join(folder, 'events.duckdb')}' AS archive (STORAGE_VERSION 'latest')`,
  );
  await connection.run(`ATTACH '${join(base.folder, 'events.duckdb')}' AS base (READ_ONLY)`);
  await makeTables(connection);
  await connection.run(eventsTable('archive.events'));
  await connection.run('INSERT INTO archive.coverage FROM base.coverage');
  let events = 0;
  for (let day = 0; day < days; day += 1) {
    const to = now - day * dayMs;
    const copies = Array.from({ length: times }, (_, copy) => copyOf(copy, to));
    const { rowsChanged } = await connection.run(
      `INSERT INTO archive.events ${copies.join(' UNION ALL ')}
       ORDER BY account, region, listed_ms DESC`,
    );
    events += rowsChanged;
    if (day % 15 === 14) {
      await connection.run('CHECKPOINT archive');
      console.log(`  ${events.toLocaleString('en')} events`);
    }
  }
  await connection.run('CHECKPOINT archive');
  await connection.run('DETACH archive');
  connection.closeSync();
  instance.closeSync();
  return events;
}
