import type { ShownColumn } from './event-table.ts';
import styles from './grid.module.css';

export const joined = (names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

export const cellClass = ({ pinned, first, lastPinned }: ShownColumn): string =>
  joined([
    pinned ? styles.pinnedCell : styles.cell,
    first && styles.firstCell,
    lastPinned && styles.lastPinned,
  ]);
