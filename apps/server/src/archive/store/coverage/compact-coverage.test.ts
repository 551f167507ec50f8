import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaps } from '../../coverage.ts';
import { EVERYTHING } from '../../protocol/protocol.ts';
import { compactCoverage } from './compact-coverage.ts';
import { readLedger } from './coverage-table.ts';
import type { Ledger } from './ledger.ts';
import { inTransaction } from '../../statements/transaction.ts';

const scopes = ['eu-west-1', 'us-east-1'].map((region) => ({ account: '111122223333', region }));
const kinds = [EVERYTHING, 'EventName=RunInstances'];
const claim = fc.record({
  scope: fc.constantFrom(...scopes),
  kind: fc.constantFrom(...kinds),
  from: fc.integer({ min: 0, max: 9_000 }),
  length: fc.integer({ min: -1, max: 2_500 }),
  // Before the span, within it, and long after it.
  fetchedAt: fc.integer({ min: 0, max: 14_000 }),
});

/** What is said of each scope and kind: settled, else provisional, and when AWS was asked. */
const saidBy = (ledger: Ledger) =>
  scopes.flatMap((scope) => [
    ledger.asked().find(({ region }) => region === scope.region)?.at,
    ...kinds.map((kind) => {
      const { settled, provisional } = ledger.of(scope as never, kind);
      return { settled, provisional: provisional.flatMap((span) => gaps(span, settled)) };
    }),
  ]);

/** What a start reads, and what one reads that had to repair the file. */
async function said(connection: DuckDBConnection) {
  const whole = saidBy(await readLedger(connection, { repaired: false }));
  await connection.run('BEGIN');
  const repaired = saidBy(await readLedger(connection, { repaired: true }));
  await connection.run('ROLLBACK');
  return { whole, repaired };
}

test('joined claims say what they said one by one: at a start, after a repair, and with those that come later', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`ATTACH ':memory:' AS archive`);
  await connection.run(
    'CREATE TABLE archive.coverage (account VARCHAR, region VARCHAR, kind VARCHAR, from_s BIGINT, to_s BIGINT, fetched_s BIGINT)',
  );
  const add = async (
    claims: readonly (typeof claim extends fc.Arbitrary<infer C> ? C : never)[],
  ) => {
    const rows = claims.map(
      ({ scope, kind, from, length, fetchedAt }) =>
        `('${scope.account}', '${scope.region}', '${kind}', ${from}, ${from + length}, ${fetchedAt})`,
    );
    if (rows.length > 0)
      await connection.run(`INSERT INTO archive.coverage VALUES ${rows.join(', ')}`);
  };
  let fewer = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(claim, { minLength: 5, maxLength: 40 }),
      fc.array(claim, { maxLength: 5 }),
      async (first, later) => {
        await connection.run('DELETE FROM archive.coverage');
        await add([...first, ...later]);
        const all = await said(connection);
        await connection.run('DELETE FROM archive.coverage');
        await add(first);
        const before = await said(connection);
        fewer += await inTransaction(connection, () => compactCoverage(connection, 1));
        expect(await said(connection)).toEqual(before);
        await add(later);
        expect((await said(connection)).whole).toEqual(all.whole);
      },
    ),
    { numRuns: 40 },
  );
  expect(fewer).toBeGreaterThan(20);
});

test('a day of following is a few claims afterwards, and nothing is done where there are few', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`ATTACH ':memory:' AS archive`);
  await connection.run(
    `CREATE TABLE archive.coverage AS SELECT '111122223333' AS account, 'eu-west-1' AS region, '' AS kind,
       60 * n - 1000 AS from_s, 60 * n AS to_s, 60 * n AS fetched_s FROM range(4000) AS minutes(n)`,
  );
  const count = async (): Promise<number> =>
    Number(
      (await connection.runAndReadAll('SELECT count(*) FROM archive.coverage')).getRows()[0]?.[0],
    );
  const before = await said(connection);
  await inTransaction(connection, () => compactCoverage(connection));
  // The last hour, which a repair may take back, the one before it, and the rest as what is settled and what is not.
  expect(await count()).toBeLessThanOrEqual(61 + 1 + 2);
  expect(await said(connection)).toEqual(before);
  expect(await inTransaction(connection, () => compactCoverage(connection))).toBe(0);
});
