import type { Span } from '../time-range/span.ts';

/** Where a stretch of time stands, in shares of the width of the window's. */
export const placed = ({ start, end }: Span, span: Span) => {
  const whole = Math.max(1, span.end - span.start);
  return {
    insetInlineStart: `${((start - span.start) / whole) * 100}%`,
    inlineSize: `${((end - start) / whole) * 100}%`,
  };
};
