import { DuckDBListValue, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
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

async function readGroups(connection: DuckDBConnection): Promise<Group[]> {
  const found = await connection.runAndReadAll(
    `SELECT sum(count) FROM pragma_storage_info('archive.events')
     WHERE column_name = 'listed_ms' AND segment_type <> 'VALIDITY'
     GROUP BY row_group_id ORDER BY row_group_id`,
  );
  let from = 0;
  return found.getRows().map(([count]) => {
    const group = { from, rows: Number(count) };
    from += group.rows;
    return group;
  });
}

async function readStretches(connection: DuckDBConnection): Promise<Stretch[]> {
  const found = await connection.runAndReadAll(
    `SELECT min(rowid), count(*), quantile_disc(listed_ms, [0.1, 0.9]) FROM archive.events
     GROUP BY rowid // ${TOGETHER} ORDER BY 1`,
  );
  return found.getRows().map(([from, rows, quantiles]) => {
    const [low = 0, high = 0] = numbersIn(quantiles);
    return { from: Number(from), rows: Number(rows), low, high };
  });
}

async function readQuantiles(connection: DuckDBConnection): Promise<number[]> {
  const found = await connection.runAndReadAll(
    `SELECT quantile_disc(listed_ms, [${steps}]) FROM archive.events`,
  );
  return numbersIn(found.getRows()[0]?.[0]);
}

export const numbersIn = (list: DuckDBValue | undefined): number[] =>
  list instanceof DuckDBListValue ? list.items.map(Number) : [];
