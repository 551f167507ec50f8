import { span } from '../../../../test/seconds.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { everything } from '@trailglass/query';
import { type EpochMs, scopeKey } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position, Read } from './read.types.ts';
import { ReadAhead } from './read-ahead.ts';
import { countExamined, readRun } from './reader.ts';

const scopes = ['eu-west-1', 'us-east-1', 'us-east-2'].map((region) => ({
  account: '111122223333',
  region,
})) as never[] as Read['scopes'];
const [first] = scopes as [Read['scopes'][number]];
const never = new AbortController().signal;

const event = fc.record({
  scope: fc.constantFrom(...scopes),
  second: fc.integer({ min: 0, max: 40 }),
  /** Shared by scopes now and then. */
  id: fc.integer({ min: 0, max: 30 }).map((n) => `e-${String(n).padStart(2, '0')}`),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;
const keyOf = ({ scope, second, id }: Event): string => `${scopeKey(scope)} ${second} ${id}`;

async function opened() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`ATTACH ':memory:' AS archive`);
  await connection.run(
    'CREATE TABLE archive.events (account VARCHAR, region VARCHAR, event_id VARCHAR, listed_ms BIGINT, envelope VARCHAR, record VARCHAR)',
  );
  let reads = 0;
  const ahead = new ReadAhead({
    read: (read, signal) => {
      reads += 1;
      return readRun(connection, read, { ...read, signal });
    },
    count: (read, { stopped }) => countExamined(connection, read, stopped),
  });
  const add = async (events: readonly Event[]): Promise<void> => {
    for (const { scope, second, id } of events)
      await connection.run(
        `INSERT INTO archive.events VALUES (?, ?, ?, ${second * 1000}, '{}', '{}')`,
        [scope.account, scope.region, id],
      );
    ahead.changed();
  };
  return {
    ahead,
    add,
    clear: () => connection.run('DELETE FROM archive.events'),
    reads: () => reads,
  };
}

test('scopes that stand at different places each get all of their events, once and in order, through whatever is written between', async () => {
  const { ahead, add, clear } = await opened();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(event, { selector: keyOf, maxLength: 60 }),
      fc.array(fc.record({ scope: fc.nat(2), limit: fc.integer({ min: 1, max: 7 }) }), {
        maxLength: 80,
      }),
      fc.string(),
      async (events, turns, search) => {
        await clear();
        await add(events);
        const places = new Map<string, Position | 'end'>();
        const got = new Map<string, string[]>();
        const page = async (scope: (typeof scopes)[number], limit: number): Promise<void> => {
          const key = scopeKey(scope);
          const below = places.get(key);
          if (below === 'end') return;
          const read = { ...span(3, 35), filter: everything, limit, below, search };
          const answer = (await ahead.answer({ ...read, scopes: [scope] }, never)).get(key);
          expect(answer?.events.length).toBeLessThanOrEqual(limit);
          expect(answer?.examined).toBe(answer?.events.length);
          const rows = answer?.events.map(({ listedMs, eventId }) => `${listedMs} ${eventId}`);
          got.set(key, [...(got.get(key) ?? []), ...(rows ?? [])]);
          places.set(key, answer?.below ?? 'end');
        };
        for (const [n, { scope, limit }] of turns.entries()) {
          await page(scopes[scope] ?? first, limit);
          // Newer than the window: nobody's answer changes, and all that was read ahead is forgotten.
          if (n % 9 === 8) await add([{ scope: first, second: 38, id: `late-${n}` }]);
        }
        for (const scope of scopes) {
          while (places.get(scopeKey(scope)) !== 'end') await page(scope, 5);
          const wanted = events
            .filter((one) => one.scope === scope && one.second >= 3 && one.second <= 35)
            .toSorted((a, b) => b.second - a.second || (a.id < b.id ? 1 : -1))
            .map(({ second, id }) => `${second * 1000} ${id}`);
          expect(got.get(scopeKey(scope)) ?? []).toEqual(wanted);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('the next pages need no statement until something is written, and then show it', async () => {
  const { ahead, add, reads } = await opened();
  await add(Array.from({ length: 30 }, (_, n) => ({ scope: first, second: n, id: `e-${n}` })));
  const read = { ...span(0, 40), filter: everything, limit: 10, scopes, search: 's' };
  const newest = async (): Promise<string | undefined> =>
    (await ahead.answer(read, never)).get(scopeKey(first))?.events[0]?.eventId;
  expect(await newest()).toBe('e-29');
  await ahead.answer({ ...read, below: { listedMs: 20_000 as EpochMs, eventId: 'e-20' } }, never);
  expect(reads()).toBe(1);
  await add([{ scope: first, second: 35, id: 'new' }]);
  expect(await newest()).toBe('new');
});
