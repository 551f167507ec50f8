import { claim } from '../../../../test/seconds.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYTHING } from '../../protocol/protocol.ts';
import { readLedger } from './coverage-table.ts';
import { Ledger } from './ledger.ts';

const scopes = [
  { account: '111122223333', region: 'eu-west-1' },
  { account: '111122223333', region: 'us-east-1' },
] as never[];
const claims = fc.array(
  fc.record({
    scope: fc.constantFrom(...scopes),
    kind: fc.constantFrom(EVERYTHING, 'EventName=RunInstances'),
    from: fc.integer({ min: 0, max: 4_000 }),
    length: fc.integer({ min: -1, max: 1_500 }),
    fetchedAt: fc.integer({ min: 0, max: 6_000 }),
  }),
  { maxLength: 30 },
);

test('what the table says was read is what its claims say one by one', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH ':memory:' AS archive`);
  await connection.run(
    'CREATE TABLE archive.coverage (account VARCHAR, region VARCHAR, kind VARCHAR, from_s BIGINT, to_s BIGINT, fetched_s BIGINT)',
  );
  await fc.assert(
    fc.asyncProperty(claims, async (all) => {
      await connection.run('DELETE FROM archive.coverage');
      const one = new Ledger();
      for (const { scope, kind, from, length, fetchedAt } of all) {
        const to = from + length;
        const { account, region } = scope as { account: string; region: string };
        one.add(scope, kind, claim(from, to, fetchedAt));
        await connection.run(
          `INSERT INTO archive.coverage VALUES (?, ?, ?, ${from}, ${to}, ${fetchedAt})`,
          [account, region, kind],
        );
      }
      const whole = await readLedger(connection, { repaired: false });
      for (const { scope, kind } of all) expect(whole.of(scope, kind)).toEqual(one.of(scope, kind));
      const byKey = (a: object, b: object): number =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
      expect(whole.asked().toSorted(byKey)).toEqual(one.asked().toSorted(byKey));
    }),
    { numRuns: 60 },
  );
});
