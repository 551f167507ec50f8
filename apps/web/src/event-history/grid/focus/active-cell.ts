import type { EventRow } from '@trailglass/api';
import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { indexOfRow } from '../../results/order.ts';
import type { CellPlace } from './focus.ts';

export interface ActiveCell extends CellPlace {
  /** To a cell, drawing it first if it was out of view. */
  readonly go: (to: CellPlace) => void;
  /** Makes an event's row the active one and brings it into view; the focus stays where it is. */
  readonly follow: (row: EventRow) => void;
  /** The same, and into the middle: what stands around it is in view, too. */
  readonly arrive: (row: EventRow) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** The one cell that Tab reaches. It is an event's, not a place's: rows that arrive do not take the focus away. */
export function useActiveCell(
  grid: RefObject<HTMLElement | null>,
  rows: readonly EventRow[],
): ActiveCell {
  const [active, setActive] = useState<{ row: EventRow | undefined; column: number }>();
  const inside = useRef(false);
  const found = active?.row ? indexOfRow(rows, active.row) : -1;
  const first = rows.length > 0 ? 0 : -1;
  const row = active ? (active.row && found < 0 ? first : found) : first;
  const column = active?.column ?? 0;

  // The event that had the focus is not among the answers to a new question.
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body)
      cellAt(grid.current, { row, column })?.focus({ preventScroll: true });
  });

  const show = useCallback(
    (to: EventRow, block: ScrollLogicalPosition): void => {
      setActive((before) => ({ row: to, column: before?.column ?? 0 }));
      // Once it is drawn: rows out of view are not in the document.
      requestAnimationFrame(() => {
        const cell = grid.current?.querySelector('tbody [tabindex="0"]');
        cell?.scrollIntoView({ block });
      });
    },
    [grid],
  );
  const follow = useCallback((to: EventRow): void => show(to, 'nearest'), [show]);
  const arrive = useCallback((to: EventRow): void => show(to, 'center'), [show]);
  const set = (to: CellPlace): void => {
    const next = to.row < 0 ? undefined : rows[to.row];
    if (active && active.row === next && active.column === to.column) return;
    setActive({ row: next, column: to.column });
  };
  return {
    row,
    column,
    go: (to) => {
      flushSync(() => set(to));
      const cell = cellAt(grid.current, to);
      cell?.focus({ preventScroll: true });
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    follow,
    arrive,
    onFocus: (event) => {
      inside.current = true;
      const at = event.target instanceof Element ? placeOfCell(event.target) : undefined;
      if (at) set(at);
    },
    onBlur: ({ relatedTarget, currentTarget }) => {
      inside.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    },
  };
}

export const cellAt = (grid: Element | null, { row, column }: CellPlace): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(
    `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`,
  ) ?? null;

/** The cell that an element stands in. */
export function placeOfCell(element: Element): CellPlace | undefined {
  const cell = element.closest('[aria-colindex]');
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return undefined;
  const number = (of: Element, name: string): number => Number(of.getAttribute(name));
  return { row: number(row, 'aria-rowindex') - 2, column: number(cell, 'aria-colindex') - 1 };
}
