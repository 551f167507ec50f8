import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  caller,
  deriveResources,
  isObject,
  type Json,
  principal,
  readEvent,
  readFields,
  readRecord,
  tellEvent,
} from '../src/index.ts';
import { records, scope } from './records.ts';

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', 0, -1, 1e308, true, [], {}, [[]], [null], '\u0000', '\ud800'),
  fc.constantFrom<Json>('true', 'HIDDEN_DUE_TO_SECURITY_REASONS', 'arn:', ':', '/', '💥', '\u202e'),
  fc.constantFrom<Json>(
    JSON.parse('{"__proto__":{"type":"Root"},"constructor":{"name":1}}') as Json,
  ),
  fc.integer({ min: 1, max: 150 }).map((n) => JSON.parse('['.repeat(n) + ']'.repeat(n)) as Json),
  fc.string().map((text) => text as Json),
);

/** One member anywhere within, replaced, removed or renamed. */
function mutate(value: Json, steps: readonly number[], by: Json | undefined): Json {
  const keys = isObject(value) ? Object.keys(value) : [];
  const [step = 0, ...rest] = steps;
  const key = keys[step % Math.max(1, keys.length)];
  if (!isObject(value) || key === undefined) return by ?? null;
  if (rest.length > 0) return { ...value, [key]: mutate(value[key] ?? null, rest, by) };
  const { [key]: old, ...others } = value;
  if (by === undefined) return others;
  return step % 7 === 0
    ? { ...others, ['__proto__']: by, ['x' + key]: old }
    : { ...value, [key]: by };
}

const mutation = fc.tuple(
  fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
  fc.option(odd, { nil: undefined }),
);
const mutated = fc
  .tuple(
    fc.constantFrom<Json>(...Object.values(records)),
    fc.array(mutation, { minLength: 1, maxLength: 4 }),
  )
  .map(([record, changes]) =>
    changes.reduce((value, [steps, by]) => mutate(value, steps, by), record),
  );

test(
  '10,000 mutated records are read and told, or refused with a reason, and never throw',
  { timeout: 60_000 },
  () => {
    let events = 0;
    fc.assert(
      fc.property(mutated, fc.nat(400), (record, cut) => {
        const text = JSON.stringify(record);
        const raw = cut < 40 ? text.slice(0, cut * 9) : text;
        const item = { EventId: 'e', EventTime: 1, CloudTrailEvent: raw, Resources: record };
        for (const { event, fault } of [readRecord(raw, scope), readEvent(item, scope)]) {
          if (event === undefined) expect(fault).toBeTruthy();
          else {
            events++;
            readFields(event);
            deriveResources(event.record);
            expect(principal(event.record).label).not.toBe('');
            expect(caller(event.record)?.chain.every(({ name }) => name !== '')).not.toBe(false);
            const sentence = tellEvent(event).map((part) => part.text);
            expect(sentence.join('')).not.toMatch(/undefined|\[object|NaN/);
          }
        }
      }),
      { numRuns: 10_000 },
    );
    expect(events).toBeGreaterThan(10_000);
  },
);

test('the prototype of nothing is changed by a record', () => {
  const raw = '{"eventID":"e","eventTime":"2026-01-01T00:00:00Z","__proto__":{"errorCode":"x"}}';
  const { event } = readRecord(raw, scope);
  expect(readFields(event!).errorCode).toBeUndefined();
  expect(({} as { errorCode?: string }).errorCode).toBeUndefined();
});
