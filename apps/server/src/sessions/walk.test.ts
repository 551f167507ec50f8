import {
  type EpochMs,
  handout,
  type JsonObject,
  readRecord,
  type TrailEvent,
} from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Held } from './held.types.ts';
import { callerKey } from './origin.ts';
import { Growing } from './walk.ts';

const scope = { account: '111122223333', region: 'us-east-1' } as TrailEvent;
let events = 0;
const event = (record: JsonObject, minute: number): TrailEvent =>
  readRecord(
    JSON.stringify({
      eventID: `e-${(events += 1)}`,
      eventTime: new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString(),
      eventName: 'AssumeRole',
      eventSource: 'sts.amazonaws.com',
      ...record,
    }),
    scope,
  ).event!;

const assume = (key: string, by: string | undefined, more: JsonObject = {}): JsonObject => ({
  userIdentity: by === undefined ? { type: 'AWSService' } : { type: 'IAMUser', accessKeyId: by },
  responseElements: { credentials: { accessKeyId: key } },
  ...more,
});

/** The simplest that answers as the archive does: it looks at every event, every time. */
const heldOf = (all: readonly TrailEvent[]): Held => ({
  handouts: async ({ of, keys, near, limit }) =>
    all
      .filter((one) => {
        const given = handout(one.record);
        return (
          given !== undefined && keys.includes((of === 'origin' ? given.key : callerKey(one)) ?? '')
        );
      })
      .sort((a, b) => Math.abs(a.time - near) - Math.abs(b.time - near))
      .slice(0, limit),
  signIns: async () => [],
  keyUses: async () => [],
});

const grow = async (
  all: readonly TrailEvent[],
  focus: string,
  bounds = { depth: 100, keys: 1_000 },
): Promise<Growing> => {
  const signal = new AbortController().signal;
  const growing = new Growing(focus, { held: heldOf(all), near: 0 as EpochMs, bounds, signal });
  await growing.up();
  await growing.down();
  return growing;
};

const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
/** A key, whose maker is an earlier one or nobody, and what became of the record of its making. */
const made = fc.record({
  maker: fc.option(fc.nat(), { nil: undefined }),
  record: fc.constantFrom('kept', 'twice', 'both accounts', 'only theirs', 'lost'),
});
const world = fc.record({
  keys: fc.array(made, { minLength: 1, maxLength: 14 }),
  focus: fc.nat(),
  refused: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
});

function built({
  keys,
  focus,
  refused,
  order,
}: typeof world extends fc.Arbitrary<infer W> ? W : never) {
  const idOf = (n: number): string => hostile[n] ?? `ASIA${n}`;
  const parents = new Map<string, string>();
  const all: TrailEvent[] = [];
  for (const [n, { maker, record }] of keys.entries()) {
    const key = idOf(n);
    const by = maker === undefined || n === 0 ? undefined : idOf(maker % n);
    const own = event(assume(key, by, { sharedEventID: `s-${n}` }), n);
    const theirs: JsonObject = { userIdentity: { type: 'AWSAccount', accountId: '999900001111' } };
    const other = event(assume(key, by, { sharedEventID: `s-${n}`, ...theirs }), n);
    const kept = { kept: [own], twice: [own, own], lost: [], 'only theirs': [other] };
    all.push(...(record === 'both accounts' ? [other, own] : kept[record]));
    if (by !== undefined && record !== 'lost' && record !== 'only theirs') parents.set(key, by);
  }
  for (const [a, b] of refused) {
    const error = { errorCode: 'AccessDenied' };
    all.push(event(assume(idOf(a % keys.length), idOf(b % keys.length), error), 59));
  }
  const place = new Map(all.map((one, n) => [one, order[n % order.length]! + n / 1000]));
  const shuffled = all.sort((a, b) => place.get(a)! - place.get(b)!);
  const ids = keys.map((_, n) => idOf(n));
  return { all: shuffled, parents, ids, focus: ids[focus % ids.length]! };
}

const topOf = (key: string, parents: ReadonlyMap<string, string>): string => {
  const parent = parents.get(key);
  return parent === undefined ? key : topOf(parent, parents);
};

test('the tree is the one of brute force: every key that has the same first key, each below the one that made it', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { all, parents, ids, focus } = built(given);
      const grown = await grow(all, focus);
      const top = topOf(focus, parents);
      const expected = ids.flatMap((key) => {
        const parent = parents.get(key);
        return parent !== undefined && topOf(key, parents) === top ? [[key, parent] as const] : [];
      });
      expect(grown.top).toBe(top);
      expect(new Map(grown.parents)).toEqual(new Map(expected));
      expect([...grown.cut]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('within bounds it is a part of that tree, has the way up, and says that it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 1, max: 5 }), async (given, keys) => {
      const { all, parents, ids, focus } = built(given);
      const { top, parents: shown, cut } = await grow(all, focus, { depth: 100, keys });
      for (const [key, parent] of shown) expect(parents.get(key)).toBe(parent);
      let steps = 0;
      for (let at = focus; at !== top; at = shown.get(at)!) steps += 1;
      expect(shown.size + 1).toBeLessThanOrEqual(Math.max(keys, steps + 1));
      const whole = ids.filter((key) => topOf(key, parents) === top).length;
      if (shown.size + 1 < whole) expect([...cut]).toEqual(['nodes']);
    }),
    { numRuns: 150 },
  );
});

test('keys that handed out each other end in one turn, and one that handed out itself has no known caller', async () => {
  const ring = [
    event(assume('AAAA', 'CCCC'), 1),
    event(assume('BBBB', 'AAAA'), 2),
    event(assume('CCCC', 'BBBB'), 3),
  ];
  const grown = await grow(ring, 'BBBB');
  expect([grown.top, [...grown.cut]]).toEqual(['CCCC', ['cycle']]);
  expect([...grown.parents]).toEqual([
    ['BBBB', 'AAAA'],
    ['AAAA', 'CCCC'],
  ]);
  const alone = await grow([event(assume('AAAA', 'AAAA'), 1)], 'AAAA');
  expect([alone.top, alone.parents.size, alone.cut.size]).toEqual(['AAAA', 0, 0]);
});
