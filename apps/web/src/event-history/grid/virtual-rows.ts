import * as virtual from '@tanstack/react-virtual';
import type { RefObject } from 'react';

export type VirtualRows = virtual.Virtualizer<HTMLDivElement, Element>;

/** Rows of one height, as many as there are; `keep` stays drawn wherever the reader scrolls. */
export const useVirtualRows = (
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  keep: number | undefined,
): VirtualRows =>
  virtual.useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: (range) => {
      const indexes = virtual.defaultRangeExtractor(range);
      if (keep === undefined || keep >= range.count || indexes.includes(keep)) return indexes;
      return [...indexes, keep].toSorted((a, b) => a - b);
    },
  });

/** At once, so that the rows of the new place are drawn before the browser paints. */
export function scrollRowsBy(rows: VirtualRows, px: number): void {
  const { scrollElement } = rows;
  if (!scrollElement || px === 0) return;
  scrollElement.scrollTop += px;
  rows.scrollOffset = scrollElement.scrollTop;
  rows.options.onChange(rows, false);
}
