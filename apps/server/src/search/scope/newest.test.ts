import fc from 'fast-check';
import type { EpochMs } from '@trailglass/record';
import { expect, test } from 'vitest';
import { Newest } from './newest.ts';

test('a row counts as long as fewer than `limit` rows at least as new have been seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 20 }),
      (times, limit) => {
        const newest = new Newest(limit);
        const seen: number[] = [];
        for (const time of times) {
          const expected = seen.filter((other) => other >= time).length < limit;
          expect(newest.accepts(time as EpochMs)).toBe(expected);
          seen.push(time);
          expect(newest.closedAt).toBe(seen.toSorted((a, b) => b - a)[limit - 1]);
        }
      },
    ),
  );
});
