import type { EventRow } from '@trailglass/api';
import { type RefObject, useEffect, useRef } from 'react';
import type { EventAddress } from '../../../address/page-state.ts';
import { indexOfEvent } from '../../results/order.ts';

/**
 * Shows where the event stands with which the page was opened, as soon as the list has it; not when the reader has moved
 * on by then.
 */
export function useArrival(
  rows: readonly EventRow[],
  open: EventAddress | undefined,
  scroller: RefObject<HTMLElement | null>,
  show: (row: EventRow) => void,
): void {
  const sought = useRef(open?.eventId);
  useEffect(() => {
    if (sought.current === undefined) return;
    const moved = (scroller.current?.scrollTop ?? 0) > 0;
    if (moved || open?.eventId !== sought.current) {
      sought.current = undefined;
      return;
    }
    const row = rows[indexOfEvent(rows, open)];
    if (!row) return;
    sought.current = undefined;
    show(row);
  }, [rows, open, scroller, show]);
}
