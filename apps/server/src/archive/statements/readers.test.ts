import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { Readers } from './readers.ts';
import { timeGiven } from '../../../test/time-given.ts';

const never = new AbortController().signal;
const soon = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
const openReaders = async (): Promise<Readers> => {
  const instance = await DuckDBInstance.create(':memory:');
  return new Readers(() => instance.connect());
};

test('counts leave room for rows, and rows that wait go before counts that wait', async () => {
  const readers = await openReaders();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const start = (name: string, urgency: 'first' | 'later'): Promise<void> =>
    readers.query(
      async () => {
        begun.push(name);
        await new Promise<void>((resolve) => {
          ends.push(resolve);
        });
      },
      never,
      urgency,
    );
  const all = ['c1', 'c2', 'c3'].map((name) => start(name, 'later'));
  all.push(...['r1', 'r2'].map((name) => start(name, 'first')));
  const first = ['c1', 'c2', 'r1'];
  await expect.poll(() => begun.toSorted(), { interval: 5 }).toEqual(first);
  await soon();
  expect(begun).toHaveLength(3);
  for (const next of ['r2', 'c3']) {
    const before = begun.length;
    ends.shift()!();
    await expect.poll(() => begun.slice(before), { interval: 5 }).toEqual([next]);
  }
  for (const end of ends) end();
  await Promise.all(all);
});

test('a query that is given up ends at once, and what comes next is not interrupted', async () => {
  const readers = await openReaders();
  const leaving = new AbortController();
  const long = readers.query(
    (one) => one.run('SELECT count(*) FROM range(100000000000) WHERE random() < 0.5'),
    leaving.signal,
  );
  await soon();
  const start = timeGiven();
  leaving.abort();
  await expect(long).rejects.toThrow(/interrupt/i);
  expect(start()).toBeLessThan(2_000);
  const rows = await readers.query((one) => one.runAndReadAll('SELECT 1'), never);
  expect(rows.getRows()).toEqual([[1]]);
});
