import type { TrailEvent } from '@trailglass/record';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Format } from './format.types.ts';
import { parquetColumns, parquetSchema } from './parquet-columns.ts';

/** A row group is held until it is whole: as many events as this, or records of so many characters together. */
const ROWS = 5_000;
const CHARACTERS = 4_000_000;

/** What has been written since it was last asked for. */
class Piece extends ByteWriter {
  take(): Uint8Array {
    const bytes = Buffer.from(this.getBytes());
    this.index = 0;
    return bytes;
  }
}

/** Row groups as they become whole. A file that is not complete says so in its metadata. */
export const parquet: Format = async function* parquet({ batches, missing }) {
  const piece = new Piece();
  const writer = new ParquetWriter({
    writer: piece,
    schema: parquetSchema,
    createdBy: 'Trailglass',
  });
  let rows = new Rows();
  for await (const batch of batches) {
    for (const event of batch) {
      rows.add(event);
      if (rows.count < ROWS && rows.characters < CHARACTERS) continue;
      yield rowGroup(writer, piece, rows);
      rows = new Rows();
    }
  }
  if (rows.count > 0) yield rowGroup(writer, piece, rows);
  const incomplete = missing();
  if (incomplete)
    writer.kvMetadata = [{ key: 'trailglass.incomplete', value: JSON.stringify(incomplete) }];
  await writer.finish();
  yield piece.take();
};

/** A row group that becomes whole, as its columns: of the events nothing else is held. */
class Rows {
  readonly columns = parquetColumns.map((): unknown[] => []);
  count = 0;
  characters = 0;

  add(event: TrailEvent): void {
    for (const [n, { read }] of parquetColumns.entries()) this.columns[n]?.push(read(event));
    this.count += 1;
    this.characters += event.raw.length;
  }
}

function rowGroup(writer: ParquetWriter, piece: Piece, { columns, count }: Rows): Uint8Array {
  void writer.write({
    columnData: parquetColumns.map(({ name, unique }, n) => ({
      name,
      data: columns[n] ?? [],
      ...(unique === true && { encoding: 'PLAIN', statistics: false }),
    })),
    rowGroupSize: count,
  });
  return piece.take();
}
