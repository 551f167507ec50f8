import { type EpochMs, readRecord, type TrailEvent } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record, scope } from '../../test/records.ts';
import { mergeNewest, type Part } from './merge-newest.ts';

const event = (id: number, ago: number): TrailEvent =>
  readRecord(JSON.stringify(record(id, ago)), scope).event!;

async function* paged(
  events: readonly TrailEvent[],
  size: number,
  onPage: () => void = () => undefined,
): AsyncGenerator<Part> {
  for (let at = 0; at < events.length; at += size) {
    onPage();
    const page = events.slice(at, at + size);
    yield { events: page, readTo: page.at(-1)!.time };
  }
}

test('scopes that are newest first are one list that is newest first, each event once', async () => {
  const ages = fc.array(fc.nat(60), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(ages, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 7 }),
      async (scopes, size) => {
        let id = 0;
        const lists = scopes.map((list) =>
          list.toSorted((a, b) => a - b).map((ago) => event((id += 1), ago)),
        );
        const all: TrailEvent[] = [];
        for await (const batch of mergeNewest(lists.map((list) => paged(list, size))))
          all.push(...batch);
        expect(all.map(({ eventId }) => eventId).toSorted()).toEqual(
          lists
            .flat()
            .map(({ eventId }) => eventId)
            .toSorted(),
        );
        const times = all.map(({ time }) => time);
        expect(times).toEqual(times.toSorted((a: EpochMs, b: EpochMs) => b - a));
      },
    ),
  );
});

test('a reader that stops is read ahead for by one page of each scope', async () => {
  const list = Array.from({ length: 40 }, (_, n) => event(n, n));
  let pages = 0;
  for await (const _ of mergeNewest([paged(list, 2, () => (pages += 1))])) break;
  expect(pages).toBeLessThanOrEqual(2);
});

test('a scope in which nothing happened for long is read no further ahead than the others', async () => {
  const list = Array.from({ length: 40 }, (_, n) => event(n, n));
  let quiet = 0;
  async function* nothingFor(times: readonly EpochMs[]): AsyncGenerator<Part> {
    for (const readTo of times) {
      quiet += 1;
      yield { events: [], readTo };
    }
  }
  let given = 0;
  const scopes = [paged(list, 4), nothingFor(list.map(({ time }) => time))];
  for await (const batch of mergeNewest(scopes)) {
    given += batch.length;
    expect(quiet).toBeLessThanOrEqual(given + 2);
  }
  expect({ given, quiet }).toEqual({ given: 40, quiet: 40 });
});
