import { type EpochSecond, moved } from '@trailglass/record';
import { claim as claimOf, second, span as spanOf } from '../../test/seconds.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingCovered, withClaim, type Claim } from '../archive/coverage.ts';
import { missing, nextBelow, readTo } from './missing.ts';

const MINUTE = 60;
const DAY = 86_400;
const now = second(90 * DAY);
const window = spanOf(0, now);
const coverageOf = (...claims: Claim[]) => claims.reduce(withClaim, nothingCovered);

test('never read: all of it', () => {
  expect(missing(nothingCovered, window, now)).toEqual([window]);
  expect(readTo(nothingCovered, now)).toBeUndefined();
});

test('gaps, newest first', () => {
  const coverage = coverageOf(claimOf(10 * DAY, 20 * DAY, now), claimOf(50 * DAY, 89 * DAY, now));
  expect(missing(coverage, window, now)).toEqual([
    { from: 89 * DAY + 1, to: now },
    { from: 20 * DAY + 1, to: 50 * DAY - 1 },
    { from: 0, to: 10 * DAY - 1 },
  ]);
});

test('just read: nothing, although its newest quarter of an hour is provisional', () => {
  const coverage = coverageOf(claimOf(0, now, now));
  expect(missing(coverage, window, now)).toEqual([]);
  expect(readTo(coverage, now)).toBe(0);
});

test('what was provisional is read again when it is old enough to be believed', () => {
  const coverage = coverageOf(claimOf(0, now, now));
  const later = (by: number): EpochSecond => moved(now, by);
  // Half an hour later: what was provisional then, and the quarter of an hour that is believable since.
  expect(missing(coverage, spanOf(0, later(30 * MINUTE)), later(30 * MINUTE))).toEqual([
    { from: now - 15 * MINUTE + 1, to: now + 30 * MINUTE },
  ]);
  // Seconds that pass while others are read are no reason for a call.
  expect(missing(coverage, spanOf(0, later(59)), later(59))).toEqual([]);
});

test('what was set aside is not tried again', () => {
  const aside = [spanOf(5 * DAY, 6 * DAY)];
  const coverage = coverageOf(claimOf(0, 5 * DAY - 1, now), claimOf(6 * DAY + 1, now, now));
  expect(missing(coverage, window, now)).toEqual(aside);
  expect(missing(coverage, window, now, aside)).toEqual([]);
});

test('claims of what is missing leave nothing that was old enough missing', () => {
  const claim = fc.record({ from: fc.nat(now), length: fc.nat(30 * DAY), age: fc.nat(20 * DAY) });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), (claims) => {
      const coverage = coverageOf(
        ...claims.map(({ from, length, age }) => claimOf(from, from + length, now - age)),
      );
      const spans = missing(coverage, window, now);
      const after = spans.map((span) => ({ ...span, fetchedAt: now })).reduce(withClaim, coverage);
      expect(missing(after, window, now)).toEqual([]);
      expect(spans.every(({ to }, n) => to < (spans[n - 1]?.from ?? Infinity))).toBe(true);
    }),
  );
});

test('reading goes on right below its page, unless somebody else has read there', () => {
  const span = spanOf(0, 100);
  expect(nextBelow([spanOf(0, 60)], span, second(60))).toBe(60);
  expect(nextBelow([spanOf(0, 60)], span, second(40))).toBe(40);
  expect(nextBelow([spanOf(0, 20)], span, second(60))).toBe(20);
  expect(nextBelow([], span, second(60))).toBeUndefined();
});
