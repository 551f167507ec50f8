import type { EpochSecond } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sql } from '@trailglass/query';
import type { Counted, HistogramAsked } from '../../protocol/figures.ts';
import { matching } from '../matching/matching.ts';
import { count, whole } from '../../statements/column.ts';
import { fromEvents } from '../../statements/event-row.ts';
import { int64 } from '../../statements/place.ts';
import { inSnapshot, rowsOf } from '../../statements/statement.ts';

const bucketRow = fromEvents({ bucket: whole, reads: count, writes: count, errors: count });

/** Each event once: as an error, else as a write if it says that it is one, else as a read; as the list marks them. */
export const countHistogram = (
  connection: DuckDBConnection,
  asked: HistogramAsked,
  signal: AbortSignal,
): Promise<Counted<'histogram'>> =>
  inSnapshot(connection, async () => {
    const matched = await matching(connection, asked, { often: false, signal });
    if (matched === undefined) return { tooMany: true };
    const buckets = await rowsOf(
      connection,
      bucketRow,
      sql`SELECT listed_ms // ${int64(asked.bucketSeconds * 1000)} AS bucket,
          count(*) FILTER (error_code IS NULL AND read_only IS DISTINCT FROM FALSE),
          count(*) FILTER (error_code IS NULL AND read_only IS NOT DISTINCT FROM FALSE),
          count(error_code)
        FROM archive.events WHERE ${matched} GROUP BY bucket ORDER BY bucket`,
    );
    return {
      buckets: buckets.map(({ bucket, ...counts }) => ({
        at: (bucket * asked.bucketSeconds) as EpochSecond,
        ...counts,
      })),
    };
  });
