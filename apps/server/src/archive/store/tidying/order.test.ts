import { expect, test } from 'vitest';
import { nextToSort, rankOf, type Layout } from './order.ts';

const quantiles = Array.from({ length: 101 }, (_, n) => n * 10);
const STRETCHES = 60;
const ROWS = 2_048;
const GROUP = STRETCHES * ROWS;
/** Each group given by the times that its stretches span. */
const layout = (groups: readonly ((n: number) => readonly [number, number])[]): Layout => ({
  groups: groups.map((_, n) => ({ from: n * GROUP, rows: GROUP })),
  stretches: groups.flatMap((span, g) =>
    Array.from({ length: STRETCHES }, (_, n) => {
      const [low, high] = span(n);
      return { from: g * GROUP + n * ROWS, rows: ROWS, low, high };
    }),
  ),
  quantiles,
});
const sorted =
  (from: number, to: number) =>
  (n: number): readonly [number, number] => {
    const width = (to - from) / STRETCHES;
    return [from + n * width, from + (n + 1) * width];
  };
const anyhow = (from: number, to: number) => (): readonly [number, number] => [from, to];
const numbersOf = (chosen: readonly { from: number }[]): number[] =>
  chosen.map(({ from }) => from / GROUP);

test('where a time lies is counted in events, not in hours', () => {
  const lately = [0, 900, 990, 1_000];
  expect([-5, 0, 450, 900, 990, 2_000].map((time) => rankOf(time, lately))).toEqual([
    0,
    0,
    1 / 6,
    1 / 3,
    2 / 3,
    1,
  ]);
});

test('what is in order stays', () => {
  expect(nextToSort(layout([sorted(0, 500), sorted(500, 1_000)]), 3)).toEqual([]);
  // A few runs over each other are read as fast.
  expect(nextToSort(layout(Array.from({ length: 8 }, () => sorted(0, 1_000))), 3)).toEqual([]);
  expect(nextToSort({ groups: [], stretches: [], quantiles: [] }, 3)).toEqual([]);
});

test('those that lie widest first, with those they overlap with, and always the last', () => {
  const mixed = [
    sorted(0, 300),
    anyhow(600, 1_000),
    anyhow(0, 400),
    anyhow(0, 900),
    sorted(300, 600),
    sorted(600, 1_000),
  ];
  expect(numbersOf(nextToSort(layout(mixed), 3))).toEqual([1, 2, 3, 5]);
  expect(numbersOf(nextToSort(layout(mixed), 1))).toEqual([3, 5]);
});

test('sorting comes to an end', () => {
  let spans = Array.from({ length: 24 }, (_, n) => [(n % 5) * 50, 1_000 - (n % 7) * 40] as const);
  let tidy = new Set<number>();
  const shape = (): Layout =>
    layout(spans.map(([low, high], n) => (tidy.has(n) ? sorted(low, high) : anyhow(low, high))));
  let steps = 0;
  for (let chosen = nextToSort(shape(), 3); chosen.length > 0; chosen = nextToSort(shape(), 3)) {
    const numbers = numbersOf(chosen);
    const low = Math.min(...numbers.map((n) => spans[n]![0]));
    const width = (Math.max(...numbers.map((n) => spans[n]![1])) - low) / numbers.length;
    const stay = spans.flatMap((_, n) => (numbers.includes(n) ? [] : [n]));
    const again = numbers.map((_, n) => [low + n * width, low + (n + 1) * width] as const);
    tidy = new Set([
      ...stay.flatMap((n, now) => (tidy.has(n) ? [now] : [])),
      ...again.map((_, n) => stay.length + n),
    ]);
    spans = [...stay.map((n) => spans[n]!), ...again];
    steps += 1;
    expect(steps).toBeLessThan(60);
  }
  expect(tidy.size).toBe(24);
});
