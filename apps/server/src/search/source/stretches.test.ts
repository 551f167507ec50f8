import { second as at } from '../../../test/seconds.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stretches } from './stretches.ts';

const WINDOW = 90 * 86_400;

test('wherever a scope begins, its stretches are those of all others, and none is left out', () => {
  const begins = fc.array(fc.integer({ min: 0, max: WINDOW }), { minLength: 1, maxLength: 5 });
  const perSecond = fc.double({ min: 0.001, max: 50, noNaN: true });
  fc.assert(
    fc.property(begins, perSecond, (begins, perSecond) => {
      const stretches = new Stretches(at(0), at(WINDOW));
      const bounds = begins.map((begin) => {
        const starts: number[] = [];
        for (let until = begin; until >= 0; until = starts.at(-1)! - 1) {
          const start = stretches.startOf(at(until));
          if (start > until) throw new Error(`${start} is behind ${until}`);
          const events = Math.ceil((until - start + 1) * perSecond);
          stretches.held(start, { events, characters: events * 1_500, ms: 10 });
          starts.push(start);
          if (starts.length > 200) break;
        }
        return starts;
      });
      const all = [...new Set(bounds.flat())];
      for (const starts of bounds) {
        const [newest = 0, oldest = 0] = [starts[0], starts.at(-1)];
        const within = all.filter((start) => start <= newest && start >= oldest);
        expect(within.toSorted((a, b) => b - a)).toEqual(starts);
      }
    }),
    { numRuns: 50 },
  );
});

test('where events lie close, a stretch is short; where there are none, it grows', () => {
  const stretches = new Stretches(at(0), at(WINDOW));
  const widthAt = (until: number, events: number): number => {
    const start = stretches.startOf(at(until));
    stretches.held(start, { events, characters: events * 1_500, ms: 10 });
    return until - start + 1;
  };
  const first = widthAt(WINDOW, 60_000);
  const second = widthAt(WINDOW - first, 0);
  expect(second).toBeLessThan(first / 8);
  expect(widthAt(WINDOW - first - second, 0)).toBe(second * 8);
});
