import type { EpochSecond } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import { epochSecond, flag, named, optional, text } from '../../statements/column.ts';
import { columnIn, rowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { Kept } from '../../protocol/keeping.ts';

const keptRow = rowIn('archive.keeping', {
  account: text,
  region: text,
  keep: optional(flag),
  hourlyAt: named('hourly_s', optional(epochSecond)),
  dailyAt: named('daily_s', optional(epochSecond)),
});
const pausedRow = columnIn('archive.keeping_paused', 'paused', flag);

/** What was chosen stays when the events are forgotten; that they were read again does not. */
export async function forgetRereads(connection: DuckDBConnection): Promise<void> {
  await connection.run('UPDATE archive.keeping SET hourly_s = NULL, daily_s = NULL');
}

export async function readKeeping(
  connection: DuckDBConnection,
): Promise<{ scopes: Kept[]; paused: boolean }> {
  const scopes = await rowsOf(
    connection,
    keptRow,
    `SELECT ${keptRow.names.join(', ')} FROM archive.keeping`,
  );
  const [paused = false] = await rowsOf(
    connection,
    pausedRow,
    'SELECT paused FROM archive.keeping_paused',
  );
  return { scopes, paused };
}

/** To be called within a transaction. */
export async function writeKeeping(
  connection: DuckDBConnection,
  { scopes, paused }: { readonly scopes: readonly Kept[]; readonly paused?: boolean | undefined },
): Promise<void> {
  for (const { account, region, keep, hourlyAt, dailyAt } of scopes) {
    await connection.run('DELETE FROM archive.keeping WHERE account = ? AND region = ?', [
      account,
      region,
    ]);
    await connection.run('INSERT INTO archive.keeping VALUES (?, ?, ?, ?, ?)', [
      account,
      region,
      keep ?? null,
      secondsOf(hourlyAt),
      secondsOf(dailyAt),
    ]);
  }
  if (paused === undefined) return;
  await connection.run('DELETE FROM archive.keeping_paused');
  await connection.run('INSERT INTO archive.keeping_paused VALUES (?)', [paused]);
}

const secondsOf = (value: EpochSecond | undefined): bigint | null =>
  value === undefined ? null : BigInt(value);
