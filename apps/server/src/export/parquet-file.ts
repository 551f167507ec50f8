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
  let rows: TrailEvent[] = [];
  let characters = 0;
  for await (const batch of batches) {
    for (const event of batch) {
      rows.push(event);
      characters += event.raw.length;
      if (rows.length < ROWS && characters < CHARACTERS) continue;
      yield rowGroup(writer, piece, rows);
      rows = [];
      characters = 0;
    }
  }
  if (rows.length > 0) yield rowGroup(writer, piece, rows);
  const incomplete = missing();
  if (incomplete)
    writer.kvMetadata = [{ key: 'trailglass.incomplete', value: JSON.stringify(incomplete) }];
  await writer.finish();
  yield piece.take();
};

function rowGroup(writer: ParquetWriter, piece: Piece, rows: readonly TrailEvent[]): Uint8Array {
  void writer.write({
    columnData: parquetColumns.map(({ name, read }) => ({ name, data: rows.map(read) })),
    rowGroupSize: rows.length,
  });
  return piece.take();
}
