import type { DuckDBConnection } from '@duckdb/node-api';
import type { EpochMs } from '@trailglass/record';
import { count, epochMs, listOf } from '../../statements/column.ts';
import { fromEvents, oneOfEvents } from '../../statements/event-row.ts';
import { columnIn } from '../../statements/row.ts';
import { rowOf, rowsOf } from '../../statements/statement.ts';
import type { Group, Layout, Stretch } from './order.ts';

/** DuckDB's own: as many rows are decompressed together. */
const TOGETHER = 2_048;
const steps = Array.from({ length: 101 }, (_, n) => n / 100).join(', ');

/** How the events lie in the file. Looks at one column; a second for ten million events. */
export async function readLayout(connection: DuckDBConnection): Promise<Layout> {
  return {
    groups: await readGroups(connection),
    stretches: await readStretches(connection),
    quantiles: await readQuantiles(connection),
  };
}

const rowsInGroup = columnIn('pragma_storage_info', 'count', count);
async function readGroups(connection: DuckDBConnection): Promise<Group[]> {
  const found = await rowsOf(
    connection,
    rowsInGroup,
    `SELECT sum(count) FROM pragma_storage_info('archive.events')
     WHERE column_name = 'listed_ms' AND segment_type <> 'VALIDITY'
     GROUP BY row_group_id ORDER BY row_group_id`,
  );
  let from = 0;
  return found.map((rows) => {
    const group = { from, rows };
    from += rows;
    return group;
  });
}

const stretchRow = fromEvents({ from: count, rows: count, times: listOf(epochMs) });
async function readStretches(connection: DuckDBConnection): Promise<Stretch[]> {
  const found = await rowsOf(
    connection,
    stretchRow,
    `SELECT min(rowid), count(*), quantile_disc(listed_ms, [0.1, 0.9]) FROM archive.events
     GROUP BY rowid // ${TOGETHER} ORDER BY 1`,
  );
  return found.map(({ times: [low = 0, high = 0], ...stretch }) => ({ ...stretch, low, high }));
}

/** Times, in a list. */
export const timesRow = oneOfEvents('listed_ms', listOf(epochMs));
const readQuantiles = (connection: DuckDBConnection): Promise<EpochMs[]> =>
  rowOf(connection, timesRow, `SELECT quantile_disc(listed_ms, [${steps}]) FROM archive.events`);
