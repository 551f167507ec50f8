import { second as at, span as spanOf } from '../../test/seconds.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  gaps,
  nothingCovered,
  SETTLED_AFTER_S,
  type Spans,
  union,
  withClaim,
  within,
} from './coverage.ts';

const END = 60;
const span = fc
  .tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: -3, max: 12 }))
  .map(([from, length]) => spanOf(from, from + length));
const secondsOf = (spans: Spans): number[] =>
  spans.flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n),
  );
const unique = (seconds: readonly number[]): number[] =>
  [...new Set(seconds)].toSorted((a, b) => a - b);

test('spans hold exactly the seconds that were put in, sorted, and apart from each other', () => {
  fc.assert(
    fc.property(fc.array(span), (given) => {
      const spans = given.reduce<Spans>((all, one) => union(all, one), []);
      expect(secondsOf(spans)).toEqual(unique(secondsOf(given)));
      for (const [n, { from }] of spans.entries())
        if (n > 0) expect(from).toBeGreaterThan(spans[n - 1]!.to + 1);
    }),
  );
});

test('gaps and what is covered make up the window: every second once', () => {
  fc.assert(
    fc.property(fc.array(span), span, (given, window) => {
      const spans = given.reduce<Spans>((all, one) => union(all, one), []);
      const parts = [...gaps(window, spans), ...within(spans, window)];
      expect(secondsOf(parts).toSorted((a, b) => a - b)).toEqual(secondsOf([window]));
      const covered = new Set(secondsOf(spans));
      expect(secondsOf(gaps(window, spans)).filter((second) => covered.has(second))).toEqual([]);
    }),
  );
});

test('a second is settled exactly when some look-up read it 15 minutes after it or later', () => {
  const claim = fc
    .tuple(span, fc.integer({ min: 0, max: END + 2 * SETTLED_AFTER_S }))
    .map(([read, fetchedAt]) => ({ ...read, fetchedAt: at(fetchedAt) }));
  fc.assert(
    fc.property(fc.array(claim), (claims) => {
      const coverage = claims.reduce((all, one) => withClaim(all, one), nothingCovered);
      const settled = claims.flatMap((one) =>
        secondsOf([one]).filter((second) => one.fetchedAt >= second + 15 * 60),
      );
      expect(secondsOf(coverage.settled)).toEqual(unique(settled));
      const known = [...secondsOf(coverage.settled), ...secondsOf(coverage.provisional)];
      const happened = claims.flatMap((one) =>
        secondsOf([one]).filter((second) => second <= one.fetchedAt),
      );
      expect(unique(known)).toEqual(unique(happened));
    }),
  );
});
