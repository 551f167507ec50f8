import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Brush, brushedSpan, brushKey, rangeOf, stepAt } from './brush.ts';

const HOUR = 3_600_000;
const ten = Date.parse('2026-11-22T10:00:00Z');
const bars = [0, 1, 2, 3].map((hour) => ({
  start: ten + hour * HOUR,
  end: ten + (hour + 1) * HOUR,
  writes: 0,
  reads: 0,
  errors: 0,
}));
/** Begins and ends within a step, as a window does. */
const span = { start: ten + HOUR / 2, end: ten + 3.5 * HOUR };

const pressed = (...keys: string[]): Brush | undefined =>
  keys.reduce<Brush | undefined>(
    (brush, name) =>
      brushKey(brush, { key: name.replace('+', ''), shiftKey: name.startsWith('+') }, 4),
    undefined,
  );

test.each([
  [['ArrowLeft'], { anchor: 3, head: 3 }],
  [['ArrowLeft', 'ArrowLeft'], { anchor: 2, head: 2 }],
  [['ArrowLeft', '+ArrowLeft', '+ArrowLeft'], { anchor: 3, head: 1 }],
  [['Home', '+End'], { anchor: 0, head: 3 }],
  [['Home', 'ArrowLeft'], { anchor: 0, head: 0 }],
  [['End', 'ArrowRight'], { anchor: 3, head: 3 }],
])('%j', (keys, brush) => {
  expect(pressed(...keys)).toEqual(brush);
});

test('other keys are not the timeline’s', () => {
  expect(brushKey({ anchor: 1, head: 1 }, { key: 'Tab', shiftKey: false }, 4)).toBeUndefined();
  expect(brushKey(undefined, { key: 'Home', shiftKey: false }, 0)).toBeUndefined();
});

test('a choice is the time of its steps, whichever way it was drawn, to the last second inside', () => {
  const chosen = brushedSpan({ anchor: 2, head: 1 }, bars, span);
  expect(chosen && rangeOf(chosen)).toEqual({
    kind: 'absolute',
    from: '2026-11-22T11:00:00Z',
    to: '2026-11-22T12:59:59Z',
  });
});

test('whatever is chosen stays within the window and is a range', () => {
  const step = fc.integer({ min: -2, max: 9 });
  fc.assert(
    fc.property(step, step, (anchor, head) => {
      const chosen = brushedSpan({ anchor, head }, bars, span);
      expect(chosen?.start).toBeGreaterThanOrEqual(span.start);
      expect(chosen?.end).toBeLessThanOrEqual(span.end);
      expect(chosen && Date.parse(rangeOf(chosen).from)).toBeLessThanOrEqual(
        Date.parse(chosen ? rangeOf(chosen).to : ''),
      );
    }),
  );
});

test.each([
  [-1, 0],
  [0, 0],
  [0.5, 2],
  [1, 3],
  [7, 3],
])('a pointer at %d of the width is on step %i', (share, step) => {
  expect(stepAt(share, bars, span)).toBe(step);
});
