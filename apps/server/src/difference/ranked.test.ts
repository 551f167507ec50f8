import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranked } from './ranked.ts';
import { surely } from './surely.ts';

const all = { selected: 200, others: 20_000 };

test('a share differs by what is left when chance has had its part', () => {
  // 101/202 and 201/20002: 0.5 - 0.010049, less 2.576 × √(0.25/202 + 0.009948/20002).
  expect(surely({ selected: 100, others: 200 }, all)).toBeCloseTo(0.399_3, 3);
  expect(surely({ selected: 2, others: 10_000 }, all)).toBeLessThan(-0.4);
  expect(surely({ selected: 3, others: 200 }, all)).toBe(0);
});

test('few events prove little: one nothing, two alike a little, five alike much', () => {
  const others = 10_000;
  const same = (selected: number) => surely({ selected, others: 10 }, { selected, others });
  expect(same(1)).toBe(0);
  expect(same(2)).toBeGreaterThan(0);
  expect(same(5)).toBeGreaterThan(same(2));
  expect(surely({ selected: 1, others: 0 }, { selected: 5, others })).toBe(0);
});

test('never more than the shares differ, and the other way round when the sides are exchanged', () => {
  const side = fc
    .integer({ min: 1, max: 5_000 })
    .chain((whole) =>
      fc.record({ whole: fc.constant(whole), part: fc.integer({ min: 0, max: whole }) }),
    );
  fc.assert(
    fc.property(side, side, (a, b) => {
      const value = { selected: a.part, others: b.part };
      const of = { selected: a.whole, others: b.whole };
      const sure = surely(value, of);
      const difference = a.part / a.whole - b.part / b.whole;
      expect(Math.abs(sure)).toBeLessThanOrEqual(Math.abs(difference));
      expect(sure === 0 || Math.sign(sure) === Math.sign(difference)).toBe(true);
      const back = surely(
        { selected: value.others, others: value.selected },
        { selected: of.others, others: of.selected },
      );
      expect(back).toBeCloseTo(-sure, 10);
    }),
  );
});

test('fields by how much of the selection is different; equal ones in their order; the alike apart', () => {
  const told = ranked(all, [
    { subject: 'same', values: [{ value: 'a', selected: 100, others: 10_000 }] },
    { subject: 'first', values: [{ value: 'b', selected: 150, others: 100 }] },
    { subject: 'second', values: [{ value: 'c', selected: 150, others: 100 }] },
    {
      subject: 'most',
      values: [
        { value: 'd', selected: 80, others: 10 },
        { value: 'e', selected: 90, others: 10 },
        { selected: 30, others: 19_980 },
      ],
    },
  ]);
  expect(told.fields.map(({ subject }) => subject)).toEqual(['most', 'first', 'second']);
  expect(told.alike).toEqual(['same']);
  const [most] = told.fields;
  expect(most!.values.map(({ value }) => value)).toEqual([undefined, 'e', 'd']);
  expect(most!.difference).toBeCloseTo(-most!.values[0]!.sure, 6);
});
