import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Made } from './made-archive.ts';
import { wholeWindow } from './write-day.ts';

export interface ByHand extends AsyncDisposable {
  readonly rows: (sql: string) => Promise<readonly (readonly DuckDBValue[])[]>;
}

/** A copy of the same file in a database of its own with the store's settings: what somebody types who knows SQL. */
export async function openByHand(made: Made): Promise<ByHand> {
  const path = join(made.folder, '../by-hand.duckdb');
  copyFileSync(join(made.folder, 'events.duckdb'), path);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 2');
  await connection.run("SET memory_limit = '512MB'");
  await connection.run(`ATTACH '${path}' AS archive (READ_ONLY)`);
  await connection.run('USE archive');
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    [Symbol.asyncDispose]: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(path, { force: true });
      return Promise.resolve();
    },
  };
}

const { from, to } = wholeWindow;
export const inWindow = `listed_ms BETWEEN ${from * 1000} AND ${to * 1000 + 999}`;
export const newest = (where: string, limit = 200): string =>
  `SELECT event_id, listed_ms, account, region, envelope, record FROM events
   WHERE ${inWindow} AND ${where} ORDER BY listed_ms DESC, event_id DESC LIMIT ${limit}`;

/** The page's ten facets and two more. */
export const facetFields = {
  username: 'username',
  eventSource: 'event_source',
  eventName: 'event_name',
  errorCode: 'error_code',
  awsRegion: 'aws_region',
  account: 'account',
  sourceIPAddress: 'source_ip_address',
  userAgent: 'user_agent',
  role: 'role',
  resourceType: 'resource_type',
  identityType: 'identity_type',
  readOnly: 'read_only',
} as const;

/** Twelve statements and one more, as one would type them. */
export const figures = (where: string, bucketSeconds: number): readonly string[] => [
  `SELECT listed_ms // ${bucketSeconds * 1000} AS bucket,
     count(*) FILTER (error_code IS NULL AND read_only IS DISTINCT FROM FALSE),
     count(*) FILTER (error_code IS NULL AND read_only = FALSE), count(error_code)
   FROM events WHERE ${inWindow} AND ${where} GROUP BY bucket ORDER BY bucket`,
  ...Object.values(facetFields).map((column) => {
    const value = column === 'resource_type' ? 'unnest(resource_type)' : column;
    return `SELECT value, count(*) AS events FROM (
              SELECT ${value} AS value FROM events WHERE ${inWindow} AND ${where})
            GROUP BY value ORDER BY events DESC LIMIT 10`;
  }),
];
