import type { EpochMs } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Slice, Slices } from './slices.ts';

test('slices touch, newest first, and are the whole of what is left of the window, however long each takes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 1, max: 1e11 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 }),
      (from, size, part, times) => {
        const ms = (time: number): EpochMs => time as EpochMs;
        const window = { from: ms(from), until: ms(from + size) };
        const below = part === undefined ? undefined : ms(from + Math.floor(size * part));
        const slices = new Slices(window, below);
        const found: Slice[] = [];
        for (let slice = slices.next(); slice !== undefined; slice = slices.next()) {
          found.push(slice);
          slices.took(times[found.length % times.length]!);
        }
        let until = below ?? window.until;
        for (const slice of found) {
          expect(slice.until).toBe(until);
          expect(slice.from).toBeLessThan(until);
          until = slice.from;
        }
        expect(until).toBe(from);
        expect(found.length).toBeLessThanOrEqual(64);
      },
    ),
  );
});
