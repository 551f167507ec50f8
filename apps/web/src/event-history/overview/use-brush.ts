import {
  type ChangeEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useState,
} from 'react';
import type { TimeRange } from '../page-state.ts';
import type { Bar, Span } from './bars.ts';
import { type Brush, brushedSpan, brushKey, rangeOf, stepAt } from './brush.ts';

/** A pointer that moved less than this has clicked, not chosen. */
const CLICK = 4;

/** closer: the page's range becomes the chosen time; differ (with Shift): it is set against the rest. */
export type Choice = 'closer' | 'differ';

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
  onChoose: (range: TimeRange, how: Choice) => void,
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
    if (chosen) onChoose(rangeOf(chosen), shiftKey ? 'differ' : 'closer');
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
