import { second as at, span as spanOf } from '../../../test/seconds.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaps, type Spans, union } from '../../archive/coverage.ts';
import { planSteps } from './steps.ts';

const second = fc.integer({ min: 0, max: 60 }).map(at);
const span = fc.tuple(second, second).map(([a, b]) => spanOf(Math.min(a, b), Math.max(a, b)));
const spans = fc.array(span, { maxLength: 6 }).map((of): Spans => of.reduce(union, [] as Spans));

test('steps are the window, newest first; AWS is asked for exactly what was not read and still is there', () => {
  fc.assert(
    fc.property(span, spans, second, (window, settled, edge) => {
      const steps = planSteps(window, settled, edge);
      expect(steps.toReversed().reduce(union, [] as Spans)).toEqual([window]);
      for (const [n, step] of steps.entries())
        expect(step.to).toBe(n === 0 ? window.to : steps[n - 1]!.from - 1);
      const missing = gaps(window, settled);
      const seconds = (of: Spans) =>
        of.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
      const asked = steps.toReversed().filter(({ where }) => where === 'aws');
      expect(seconds(asked)).toEqual(seconds(missing).filter((at) => at >= edge));
      const lost = seconds(missing).filter((at) => at < edge);
      expect(steps.flatMap(({ unread }) => unread ?? [])).toEqual(lost.slice(-1));
    }),
  );
});
