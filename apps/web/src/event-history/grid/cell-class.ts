import { anchorColumn } from './columns.ts';
import type { ShownColumn } from './event-table.ts';
import styles from './grid.module.css';

/** The classes of a column's cells; the last takes the width that is left. */
export function cellClass(column: ShownColumn, kind: 'cell' | 'header'): string {
  const { pinned, first, lastPinned, spec } = column;
  const own =
    kind === 'cell' ? (pinned ? 'pinnedCell' : 'cell') : pinned ? 'pinnedHeader' : 'header';
  const names = kind === 'header' && spec.name === anchorColumn;
  return [
    styles[own],
    first && styles.firstCell,
    names && styles.nameHeader,
    lastPinned && styles.lastPinned,
  ]
    .filter(Boolean)
    .join(' ');
}
