import * as virtual from '@tanstack/react-virtual';
import type { RefObject } from 'react';

export type VirtualRows = virtual.Virtualizer<HTMLDivElement, Element>;

/** Rows of one height, as many as there are. */
export const useVirtualRows = (
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
): VirtualRows =>
  virtual.useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The header and what stands below the last row scroll too.
    paddingEnd: 96,
  });

/** At once, so that the rows of the new place are drawn before the browser paints. */
export function scrollRowsBy(rows: VirtualRows, px: number): void {
  const { scrollElement } = rows;
  if (!scrollElement || px === 0) return;
  scrollElement.scrollTop += px;
  rows.scrollOffset = scrollElement.scrollTop;
  rows.options.onChange(rows, false);
}
