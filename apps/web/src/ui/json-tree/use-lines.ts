import type { RefObject } from 'react';
import { useVirtualizer } from './virtualizer.ts';

interface Lines {
  /** The lines to draw, with their places in px. */
  readonly drawn: readonly { readonly index: number; readonly start: number }[];
  /** px of all lines together. */
  readonly height: number;
  /** For the `ref` of each line: lines wrap, so their heights differ. */
  readonly measure: (element: Element | null) => void;
  readonly show: (index: number) => void;
}

/** Which of many lines are drawn. */
export function useLines(
  count: number,
  height: number,
  scroller: RefObject<HTMLElement | null>,
): Lines {
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  return {
    drawn: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
