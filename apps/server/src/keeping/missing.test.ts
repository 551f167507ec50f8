import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingCovered, withClaim, type Claim, type Span } from '../archive/coverage.ts';
import { missing, nextBelow, readTo } from './missing.ts';

const MINUTE = 60;
const DAY = 86_400;
const now = 90 * DAY;
const window: Span = { from: 0, to: now };
const coverageOf = (...claims: Claim[]) => claims.reduce(withClaim, nothingCovered);

test('never read: all of it', () => {
  expect(missing(nothingCovered, window, now)).toEqual([window]);
  expect(readTo(nothingCovered, now)).toBeUndefined();
});

test('gaps, newest first', () => {
  const coverage = coverageOf(
    { from: 10 * DAY, to: 20 * DAY, fetchedAt: now },
    { from: 50 * DAY, to: 89 * DAY, fetchedAt: now },
  );
  expect(missing(coverage, window, now)).toEqual([
    { from: 89 * DAY + 1, to: now },
    { from: 20 * DAY + 1, to: 50 * DAY - 1 },
    { from: 0, to: 10 * DAY - 1 },
  ]);
});

test('just read: nothing, although its newest quarter of an hour is provisional', () => {
  const coverage = coverageOf({ from: 0, to: now, fetchedAt: now });
  expect(missing(coverage, window, now)).toEqual([]);
  expect(readTo(coverage, now)).toBe(0);
});

test('what was provisional is read again when it is old enough to be believed', () => {
  const coverage = coverageOf({ from: 0, to: now, fetchedAt: now });
  const at = (later: number): Span => ({ from: 0, to: now + later });
  // Half an hour later: what was provisional then, and the quarter of an hour that is believable since.
  expect(missing(coverage, at(30 * MINUTE), now + 30 * MINUTE)).toEqual([
    { from: now - 15 * MINUTE + 1, to: now + 30 * MINUTE },
  ]);
  // Seconds that pass while others are read are no reason for a call.
  expect(missing(coverage, at(59), now + 59)).toEqual([]);
});

test('what was set aside is not tried again', () => {
  const aside = [{ from: 5 * DAY, to: 6 * DAY }];
  const coverage = coverageOf(
    { from: 0, to: 5 * DAY - 1, fetchedAt: now },
    { from: 6 * DAY + 1, to: now, fetchedAt: now },
  );
  expect(missing(coverage, window, now)).toEqual(aside);
  expect(missing(coverage, window, now, aside)).toEqual([]);
});

test('claims of what is missing leave nothing that was old enough missing', () => {
  const claim = fc.record({ from: fc.nat(now), length: fc.nat(30 * DAY), age: fc.nat(20 * DAY) });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), (claims) => {
      const coverage = coverageOf(
        ...claims.map(({ from, length, age }) => ({
          from,
          to: from + length,
          fetchedAt: now - age,
        })),
      );
      const spans = missing(coverage, window, now);
      const after = spans.map((span) => ({ ...span, fetchedAt: now })).reduce(withClaim, coverage);
      expect(missing(after, window, now)).toEqual([]);
      expect(spans.every(({ to }, n) => to < (spans[n - 1]?.from ?? Infinity))).toBe(true);
    }),
  );
});

test('reading goes on right below its page, unless somebody else has read there', () => {
  const span: Span = { from: 0, to: 100 };
  expect(nextBelow([{ from: 0, to: 60 }], span, 60)).toBe(60);
  expect(nextBelow([{ from: 0, to: 60 }], span, 40)).toBe(40);
  expect(nextBelow([{ from: 0, to: 20 }], span, 60)).toBe(20);
  expect(nextBelow([], span, 60)).toBeUndefined();
});
