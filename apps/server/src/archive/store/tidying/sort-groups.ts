import type { DuckDBConnection } from '@duckdb/node-api';
import { interruptedBy } from '../../statements/interrupts.ts';
import { timesRow } from './layout.ts';
import type { Group } from './order.ts';
import { rowOf } from '../../statements/statement.ts';
import { inTransaction } from '../../statements/transaction.ts';

/** Events that are sorted at a time, so that they find room in memory. */
const AT_A_TIME = 60_000;

/**
 * Writes the events of these groups again, by time, behind all others, and deletes them where they were: in one
 * transaction, so that whoever ends it or the process leaves everything as it was. @returns how many events
 */
export const sortGroups = (
  connection: DuckDBConnection,
  groups: readonly Group[],
  signal: AbortSignal,
): Promise<number> =>
  // The end of the transaction is not interrupted: whether it was made would not be known.
  inTransaction(connection, () =>
    interruptedBy(signal, connection, () => sortWithin(connection, groups)),
  );

async function sortWithin(connection: DuckDBConnection, groups: readonly Group[]): Promise<number> {
  const there = groups
    .map(({ from, rows }) => `rowid BETWEEN ${from} AND ${from + rows - 1}`)
    .join(' OR ');
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  const cuts = await cutsOf(connection, there, Math.ceil(rows / AT_A_TIME));
  for (const [n, from] of cuts.entries()) {
    const to = cuts[n + 1];
    await connection.run(
      `INSERT INTO archive.events SELECT * FROM archive.events
       WHERE (${there}) AND listed_ms >= ${from} ${to === undefined ? '' : `AND listed_ms < ${to}`}
       ORDER BY listed_ms`,
    );
  }
  const gone = await connection.run(`DELETE FROM archive.events WHERE ${there}`);
  return gone.rowsChanged;
}

/** The times at which parts of about the same size begin, each once. */
async function cutsOf(
  connection: DuckDBConnection,
  there: string,
  parts: number,
): Promise<readonly number[]> {
  const shares = Array.from({ length: parts }, (_, n) => n / parts).join(', ');
  const times = await rowOf(
    connection,
    timesRow,
    `SELECT quantile_disc(listed_ms, [${shares}]) FROM archive.events WHERE ${there}`,
  );
  return [...new Set(times)];
}
