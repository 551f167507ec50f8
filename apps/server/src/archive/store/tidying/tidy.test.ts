import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { readLayout } from './layout.ts';
import { nextToSort } from './order.ts';
import { Tidy } from './tidy.ts';
import { timeGiven } from '../../../../test/time-given.ts';

const never = new AbortController().signal;
const EVENTS = 400_000;

/** A table whose rows lie in the order of a hash, heavy enough that sorting them takes a second or more. */
async function scattered(): Promise<{ tidy: Tidy; connection: DuckDBConnection }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("ATTACH ':memory:' AS archive (COMPRESS)");
  await connection.run(
    `CREATE TABLE archive.events AS SELECT (hash(i) % ${EVENTS})::BIGINT AS listed_ms, i AS id,
     repeat(md5(i::VARCHAR), 20) AS record FROM range(${EVENTS}) AS t(i)`,
  );
  return { tidy: new Tidy(() => instance.connect()), connection };
}
const contents = async (connection: DuckDBConnection): Promise<unknown> =>
  (
    await connection.runAndReadAll(
      'SELECT count(*), count(DISTINCT id), bit_xor(hash(id, listed_ms, record)) FROM archive.events',
    )
  ).getRows();
/** Stretches of rows that hold events of one time, on average. */
async function depthOf(connection: DuckDBConnection): Promise<number> {
  const { stretches } = await readLayout(connection);
  return stretches.reduce((sum, { low, high }) => sum + (high - low) / EVENTS, 0);
}
const room = (): boolean => true;

test(
  'steps lead from any order to the order of time, with the same rows',
  { timeout: 60_000 },
  async () => {
    const { tidy, connection } = await scattered();
    const before = await contents(connection);
    expect(await depthOf(connection)).toBeGreaterThan(100);
    let last;
    do last = await tidy.step(never, room);
    while (last.more);
    expect(await depthOf(connection)).toBeLessThan(8);
    expect(nextToSort(await readLayout(connection), 3)).toEqual([]);
    expect(await contents(connection)).toEqual(before);
  },
);

test(
  'a step ends at once when somebody asks, and leaves all as it was',
  { timeout: 60_000 },
  async () => {
    const { tidy, connection } = await scattered();
    const before = await contents(connection);
    const somebody = new AbortController();
    const begun = tidy.step(somebody.signal, room);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const start = timeGiven();
    somebody.abort();
    expect(await begun).toEqual({ sorted: 0, more: true });
    expect(start()).toBeLessThan(1_000);
    expect(await contents(connection)).toEqual(before);
    const again = tidy.step(never, room);
    await tidy.end();
    expect((await again).sorted).toBe(0);
    expect((await tidy.step(never, room)).sorted).toBeGreaterThan(0);
    expect(await contents(connection)).toEqual(before);
  },
);

test('without room on disk nothing is begun', async () => {
  const { tidy, connection } = await scattered();
  const asked: number[] = [];
  const full = (rows: number): boolean => {
    asked.push(rows);
    return false;
  };
  expect(await tidy.step(never, full)).toEqual({ sorted: 0, more: true });
  expect(asked[0]).toBeGreaterThan(100_000);
  expect(await depthOf(connection)).toBeGreaterThan(100);
});
