import { type EpochMs, printTime } from '@trailglass/record';
import type { TimeRange } from '../address/page-state.ts';
import type { Bar } from './bars.ts';
import type { Span } from '../time-range/span.ts';

/** Chosen steps by index: where choosing began and where it is now, either way round. */
export interface Brush {
  readonly anchor: number;
  readonly head: number;
}

const inside = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

/**
 * What a key does to the choice: arrows move it by one step, with Shift they stretch it, Page keys go by a tenth, Home
 * and End to the ends. Undefined for any other key. The first arrow begins at the newest end, where readers look first.
 */
export function brushKey(
  brush: Brush | undefined,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  count: number,
): Brush | undefined {
  const head = headAfter(brush?.head ?? count - 1, key, count, brush === undefined);
  if (head === undefined || count === 0) return undefined;
  return { anchor: shiftKey && brush ? brush.anchor : head, head };
}

function headAfter(head: number, key: string, count: number, begins: boolean): number | undefined {
  const leap = Math.max(1, Math.round(count / 10));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return inside(begins ? head : head - 1, count);
    case 'ArrowRight':
    case 'ArrowUp':
      return inside(head + 1, count);
    case 'PageDown':
      return inside(head - leap, count);
    case 'PageUp':
      return inside(head + leap, count);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The step under a point of the timeline. @param share 0 at its left end, 1 at its right one */
export function stepAt(share: number, bars: readonly Bar[], span: Span): number {
  const at = span.start + Math.max(0, Math.min(1, share)) * (span.end - span.start);
  const found = bars.findIndex((bar) => at < bar.end);
  return found < 0 ? bars.length - 1 : found;
}

/** The chosen time in milliseconds, never outside of the window. */
export function brushedSpan(brush: Brush, bars: readonly Bar[], span: Span): Span | undefined {
  const first = bars[inside(Math.min(brush.anchor, brush.head), bars.length)];
  const last = bars[inside(Math.max(brush.anchor, brush.head), bars.length)];
  if (!first || !last) return undefined;
  return { start: Math.max(first.start, span.start), end: Math.min(last.end, span.end) };
}

export type Absolute = Extract<TimeRange, { kind: 'absolute' }>;

/** The chosen time as the page's range; both ends inclusive, as CloudTrail's whole seconds are. */
export function rangeOf({ start, end }: Span): Absolute {
  const last = Math.max(start, end - 1000);
  return {
    kind: 'absolute',
    from: printTime(start as EpochMs),
    to: printTime(last as EpochMs),
  };
}
