import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Upstream, UpstreamEvent } from './upstream.ts';

/** Ids of upstream events that should be in an archive, and how often one is there too often. */
export interface Found {
  readonly events: number;
  readonly claims: number;
  readonly duplicates: number;
  /** Were shown to somebody, and are gone. */
  readonly lost: readonly string[];
  /** Are claimed to have been read, and were not. */
  readonly unfounded: readonly string[];
}

/** Read this long after it happened, nothing comes late any more: what the archive promises to be whole. */
const SETTLED_AFTER_S = 15 * 60;

interface Claim {
  readonly region: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** Copies an archive's files as they are at this moment. */
export async function copyOf(archive: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'trailglass-soak-left-'));
  for (const name of ['events.duckdb', 'events.duckdb.wal'])
    await cp(join(archive, name), join(copy, name)).catch(unlessMissing);
  return copy;
}

const unlessMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

/** Looks into a copy with nothing but the database, and removes it. Throws when it does not open. */
export async function lookInto(
  copy: string,
  promised: ReadonlySet<string>,
  upstream: Upstream,
): Promise<Found> {
  const instance = await DuckDBInstance.create(join(copy, 'events.duckdb'));
  try {
    const connection = await instance.connect();
    const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    // Killed before it had its tables.
    const tables = await rowsOf('SELECT table_name FROM duckdb_tables()');
    const has = (name: string): boolean => tables.some(([table]) => table === name);
    const ids = has('events')
      ? (await rowsOf('SELECT event_id FROM events')).map(([id]) => String(id))
      : [];
    const claims = has('coverage')
      ? await rowsOf(
          `SELECT region, kind, from_s, least(to_s, fetched_s - ${SETTLED_AFTER_S}) FROM coverage`,
        )
      : [];
    const there = new Set(ids);
    return {
      events: ids.length,
      claims: claims.length,
      duplicates: ids.length - there.size,
      lost: [...promised].filter((id) => !there.has(id)),
      unfounded: unfoundedIn(
        claims.map(([region, kind, from, to]) => ({
          region: String(region),
          kind: String(kind),
          from: Number(from),
          to: Number(to),
        })),
        there,
        upstream,
      ),
    };
  } finally {
    instance.closeSync();
    await rm(copy, { recursive: true, force: true });
  }
}

const attributes: Readonly<Record<string, (event: UpstreamEvent) => string>> = {
  Username: ({ user }) => user,
  EventName: ({ eventName }) => eventName,
};

function unfoundedIn(
  claims: readonly Claim[],
  there: ReadonlySet<string>,
  upstream: Upstream,
): string[] {
  const missing = new Set<string>();
  const absent = new Map(
    upstream.regions.map((region) => [
      region,
      upstream.of(region).filter(({ id }) => !there.has(id)),
    ]),
  );
  for (const { region, kind, from, to } of claims)
    for (const event of absent.get(region) ?? [])
      if (event.second >= from && event.second <= to && isOf(kind, event)) missing.add(event.id);
  return [...missing];
}

function isOf(kind: string, event: UpstreamEvent): boolean {
  if (kind === '') return true;
  const [key = '', value] = kind.split('=', 2);
  const read = attributes[key];
  if (read === undefined) throw new Error(`coverage of an unknown kind: ${kind}`);
  return read(event) === value;
}
