import { type AsyncBuffer, parquetReadObjects, parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { serviceWithArchive } from '../../test/against-local.ts';
import { record } from '../../test/records.ts';
import { ask, downloaded } from '../../test/downloaded.ts';

const fileOf = (bytes: Buffer): AsyncBuffer => ({
  byteLength: bytes.length,
  slice: async (from, to) => new Uint8Array(bytes.subarray(from, to)).buffer,
});

test('Parquet has every field under its own type, and the record; several row groups are one file', async () => {
  const parameters = (n: number) => ({
    requestParameters: { text: 'x'.repeat(n === 7 ? 0 : 9_000) },
  });
  const records = Array.from({ length: 520 }, (_, n) =>
    record(n, n * 60, { ...parameters(n), ...(n === 7 ? { userAgent: '=1' } : {}) }),
  );
  const { service } = await serviceWithArchive({ records });
  const { bytes, end } = await downloaded(service, ask({ format: 'parquet' }));
  expect(end).toMatchObject({ state: 'done', complete: true });
  const meta = parquetMetadata(new Uint8Array(bytes).buffer);
  expect(meta.row_groups.length).toBeGreaterThan(1);
  const rows = await parquetReadObjects({ file: fileOf(bytes) });
  expect(rows.map((row) => row['record'])).toEqual(records.map((one) => JSON.stringify(one)));
  expect(rows[7]).toMatchObject({
    eventName: 'DescribeInstances',
    eventTime: new Date(records[7]!.eventTime),
    readOnly: true,
    userAgent: '=1',
    username: 'alice',
    region: 'eu-west-1',
  });
});
