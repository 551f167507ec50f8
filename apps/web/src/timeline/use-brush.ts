import {
  type ChangeEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useState,
} from 'react';
import type { Bar } from './bars.ts';
import { type Absolute, type Brush, brushedSpan, brushKey, rangeOf, stepAt } from './brush.ts';
import type { Span } from '../time-range/span.ts';

/** A pointer that moved less than this has clicked, not chosen. */
const CLICK = 4;

/** What becomes of a chosen time. */
export interface OnChosen {
  readonly onZoom: (range: Absolute) => void;
  /** With Shift; absent where there is no such thing. */
  readonly onDiffer?: ((range: Absolute) => void) | undefined;
}

interface Brushing {
  readonly brush: Brush | undefined;
  /** The step under the pointer while nothing is being chosen. */
  readonly under: number | undefined;
  /** For a range input, which is what it is to a screen reader. */
  readonly keys: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onBlur: () => void;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  };
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
    readonly onPointerLeave: () => void;
  };
}

/** Choosing a time on the timeline by mouse, touch, pen and keyboard; letting go or Enter chooses it. */
export function useBrush(
  bars: readonly Bar[],
  span: Span,
  { onZoom, onDiffer = onZoom }: OnChosen,
): Brushing {
  const [brush, setBrush] = useState<Brush>();
  const [from, setFrom] = useState<{ readonly x: number; readonly step: number }>();
  const [under, setUnder] = useState<number>();

  const clear = useCallback(() => {
    setBrush(undefined);
    setFrom(undefined);
  }, []);
  const choose = ({ shiftKey }: { readonly shiftKey: boolean }): void => {
    const chosen = brush && brushedSpan(brush, bars, span);
    clear();
    setUnder(undefined);
    if (chosen) (shiftKey ? onDiffer : onZoom)(rangeOf(chosen));
  };
  const stepUnder = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return stepAt((event.clientX - box.left) / Math.max(1, box.width), bars, span);
  };

  return {
    brush,
    under,
    keys: {
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Escape' && brush) clear();
        else if (event.key === 'Enter' && brush) choose(event);
        else {
          const next = brushKey(brush, event, bars.length);
          if (!next) return;
          setBrush(next);
        }
        event.preventDefault();
        event.stopPropagation();
      },
      // Pressing the mouse takes the focus away: what it has begun goes on.
      onBlur: () => setBrush(undefined),
      onChange: (event) => {
        const head = Number(event.target.value);
        setBrush({ anchor: head, head });
      },
    },
    pointer: {
      onPointerDown: (event) => {
        if (event.button !== 0 || !event.isPrimary || bars.length === 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setBrush(undefined);
        setFrom({ x: event.clientX, step: stepUnder(event) });
      },
      onPointerMove: (event) => {
        const head = stepUnder(event);
        setUnder(head);
        if (!from || (!brush && Math.abs(event.clientX - from.x) < CLICK)) return;
        setBrush({ anchor: from.step, head });
      },
      onPointerUp: (event) => {
        if (from && brush) choose(event);
        setFrom(undefined);
      },
      onPointerCancel: clear,
      onPointerLeave: () => setUnder(undefined),
    },
  };
}
