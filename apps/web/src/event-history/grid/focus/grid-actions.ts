import type { EventRow } from '@trailglass/api';
import type { KeyboardEvent, MouseEvent } from 'react';
import { type ActiveCell, placeOfCell } from './active-cell.ts';
import { moveFocus } from './focus.ts';
import { opensElsewhere } from '../../../ui/opens-elsewhere.ts';

interface Situation {
  readonly rows: readonly EventRow[];
  readonly active: ActiveCell;
  /** Whole rows in view. */
  readonly page: number;
  readonly columns: number;
  readonly header: boolean;
  /** An event is open, and moving up and down opens its neighbours. */
  readonly walking: boolean;
  readonly onOpen: (row: EventRow) => void;
  readonly onClose: () => void;
  /** Selects the row, or all from the one before to it, or takes them out. */
  readonly onSelect: (row: EventRow, through: boolean) => void;
  readonly onSelectAll: () => void;
  readonly onCompare: () => void;
}

interface GridActions {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** What keys and clicks do in the grid. */
export function gridActions(at: Situation): GridActions {
  const { rows, active, walking, onOpen, onClose } = at;

  const onKeyDown = (event: KeyboardEvent): void => {
    // Only a cell's own keys: what stands in a cell has its own.
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.target.getAttribute('aria-colindex') === null) return;
    if (event.key === 'Enter' || (event.key === ' ' && active.row < 0)) {
      event.preventDefault();
      const row = rows[active.row];
      if (row) onOpen(row);
      else event.target.querySelector('button')?.click();
      return;
    }
    if (event.key === 'Escape' && walking) {
      event.preventDefault();
      onClose();
      return;
    }
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (plain && /^[xXc]$/.test(event.key)) {
      event.preventDefault();
      const row = rows[active.row];
      if (event.key === 'c') at.onCompare();
      else if (row) at.onSelect(row, event.shiftKey);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'a' && !event.altKey) {
      event.preventDefault();
      at.onSelectAll();
      return;
    }
    const to = moveFocus(active, event, { ...at, rows: rows.length });
    if (!to) return;
    event.preventDefault();
    active.go(to);
    const row = rows[to.row];
    if (walking && row && to.row !== active.row) onOpen(row);
  };

  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const row = rows[placeOfCell(event.target)?.row ?? -1];
    // Text that was selected is to be copied.
    if (!row || opensElsewhere(event) || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    // The name's link took the focus, and would keep the grid's keys from working.
    event.target.closest('td')?.focus({ preventScroll: true });
    onOpen(row);
  };

  return { onKeyDown, onClick };
}
