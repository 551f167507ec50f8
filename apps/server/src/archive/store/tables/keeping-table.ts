import type { DuckDBConnection } from '@duckdb/node-api';
import type { Kept } from '../../protocol/keeping.ts';

/** What was chosen stays when the events are forgotten; that they were read again does not. */
export async function forgetRereads(connection: DuckDBConnection): Promise<void> {
  await connection.run('UPDATE archive.keeping SET hourly_s = NULL, daily_s = NULL');
}

export async function readKeeping(
  connection: DuckDBConnection,
): Promise<{ scopes: Kept[]; paused: boolean }> {
  const rows = await connection.runAndReadAll(
    'SELECT account, region, keep, hourly_s, daily_s FROM archive.keeping',
  );
  const paused = await connection.runAndReadAll('SELECT paused FROM archive.keeping_paused');
  return {
    scopes: rows.getRows().map(([account, region, keep, hourly, daily]) => ({
      account: String(account),
      region: String(region),
      ...(keep === null ? {} : { keep: keep === true }),
      ...(hourly === null ? {} : { hourlyAt: Number(hourly) }),
      ...(daily === null ? {} : { dailyAt: Number(daily) }),
    })),
    paused: paused.getRows()[0]?.[0] === true,
  };
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

const secondsOf = (value: number | undefined): bigint | null =>
  value === undefined ? null : BigInt(value);
