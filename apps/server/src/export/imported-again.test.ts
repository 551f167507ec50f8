import {
  catalogue,
  fieldNamed,
  type FieldName,
  type FieldValue,
  readRecord,
  type Scope,
  type TrailEvent,
} from '@trailglass/record';
import type { DownloadFormat } from '@trailglass/api';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { archiveIn, emptyFolder, inFolder } from '../../test/against-archive.ts';
import { serviceAgainstLocal, unlimited } from '../../test/against-local.ts';
import { fetched } from '../../test/fetched.ts';
import { hostileRecords, OTHER, REGIONS } from '../../test/hostile-records.ts';
import { served } from '../../test/over-http.ts';
import { archiveRows, csvLines, parquetRows, type Rows } from '../../test/read-by-duckdb.ts';
import { ACCOUNT } from '../../test/records.ts';
import { endOf, framesOf, request } from '../../test/searches.ts';

const accounts = [
  { id: ACCOUNT, name: 'main', accessKeyId: 'local', secretAccessKey: 'local' },
  { id: OTHER, name: 'other', accessKeyId: 'other', secretAccessKey: 'other', records: 'own' },
] as const;
const scopes = [ACCOUNT, OTHER].flatMap((id) => REGIONS.map((region) => `${id}:${region}`));

/** An archive filled by a search of everything that an endpoint serves. */
async function archived({ files, texts }: { files?: string[]; texts?: readonly string[] }) {
  const folder = emptyFolder();
  const archive = await archiveIn(inFolder(folder));
  const { service, local } = await serviceAgainstLocal({
    local: { ...unlimited.local, accounts, records: files },
    lookup: unlimited.lookup,
    accounts: accounts.map(({ name, accessKeyId, secretAccessKey }) => ({
      kind: 'keys',
      name,
      accessKeyId,
      secretAccessKey,
    })),
    regions: REGIONS,
    archive,
  });
  local.add(texts ?? []);
  expect(local.about().skipped).toEqual([]);
  expect(endOf(await framesOf(service, request({ scopes }))).complete).toBe(true);
  const url = await served(service);
  return {
    download: (format: DownloadFormat) => fetched(url, format, scopes),
    /** The archive is closed then. */
    rows: async (): Promise<Rows> => {
      await service.close();
      await archive.close();
      return archiveRows(join(folder, 'events.duckdb'));
    },
  };
}

async function recordsIn(bundle: Buffer): Promise<Buffer> {
  const zip = await fromBufferPromise(bundle);
  for await (const entry of zip.eachEntry())
    if (entry.fileName === 'records.ndjson') return buffer(await zip.openReadStreamPromise(entry));
  throw new Error('The bundle has no records.');
}

const written = (folder: string, name: string, bytes: Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

const eventOf = (row: Rows[number]): TrailEvent =>
  readRecord(String(row['record']), row as unknown as Scope).event!;

/** Half a character has no place in UTF-8; only a record's JSON can write it, as an escape. */
const inUtf8 = (value: FieldValue): FieldValue => {
  if (typeof value === 'string') return Buffer.from(value).toString();
  if (typeof value !== 'object') return value;
  return value.map((text) => Buffer.from(text).toString());
};

const parquetRow = (event: TrailEvent): Rows[number] => ({
  ...Object.fromEntries(catalogue.map(({ name, read }) => [name, inUtf8(read(event)) ?? null])),
  eventTime: new Date(event.time),
  region: event.region,
  record: event.raw,
});

/** The console's columns, and where each stands in an event. */
const consoleColumns: readonly (readonly [head: string, FieldName | 'resources'])[] = [
  ['User name', 'username'],
  ['AWS access key', 'accessKeyId'],
  ['Event time', 'eventTime'],
  ['Event source', 'eventSource'],
  ['Event name', 'eventName'],
  ['AWS region', 'awsRegion'],
  ['Source IP address', 'sourceIPAddress'],
  ['User agent', 'userAgent'],
  ['Error code', 'errorCode'],
  ['Resources', 'resources'],
  ['Request ID', 'requestID'],
  ['Event ID', 'eventId'],
  ['Read-only', 'readOnly'],
  ['Event type', 'eventType'],
  ['Recipient Account Id', 'recipientAccountId'],
  ['Event category', 'eventCategory'],
];
const csvLine = (event: TrailEvent): string[] =>
  consoleColumns.map(([, name]) =>
    name === 'resources'
      ? JSON.stringify(
          event.envelope.resources.map(({ type, name }) => ({
            resourceType: type,
            resourceName: name,
          })),
        )
      : String(inUtf8(fieldNamed(name)?.read(event)) ?? ''),
  );

/** README: what a spreadsheet would run begins with an apostrophe; without that one, it is the text. */
const undone = (field: string): string =>
  /^''*[=+\-@\t\r\0＝＋－＠]/.test(field) ? field.slice(1) : field;

test('what was downloaded and is imported again is the archive, in every format', async () => {
  await fc.assert(
    fc.asyncProperty(hostileRecords, async (texts) => {
      const { download, rows: closed } = await archived({ texts });
      const folder = emptyFolder();
      const json = written(folder, 'it.json', await download('json'));
      const ndjson = written(folder, 'it.ndjson', await download('ndjson'));
      const bundled = written(folder, 'it.zip', await download('bundle'));
      const parquet = written(folder, 'it.parquet', await download('parquet'));
      const csv = written(folder, 'it.csv', await download('console-csv'));

      const rows = await closed();
      expect(rows.map(({ record }) => record)).toEqual(texts);
      expect(await recordsIn(readFileSync(bundled))).toEqual(readFileSync(ndjson));
      for (const file of [json, ndjson, bundled]) {
        const again = await archived({ files: [file] });
        expect(await again.rows(), file).toEqual(rows);
      }
      const events = rows.map(eventOf);
      expect(await parquetRows(parquet)).toEqual(events.map(parquetRow));
      const heads = consoleColumns.map(([head]) => head);
      const lines = await csvLines(csv, heads);
      expect(lines.map((line) => line.map(undone))).toEqual(events.map(csvLine));
    }),
    // Each run fills four archives.
    { numRuns: 1, endOnFailure: true },
  );
});
