import { anchorColumn } from '../../../fields/columns.ts';
import { joined } from '../table/cell-class.ts';
import type { ShownColumn } from '../table/event-table.ts';
import styles from './header.module.css';

export const headerClass = ({ pinned, lastPinned, spec }: ShownColumn): string =>
  joined([
    pinned ? styles.pinnedHeader : styles.header,
    spec.name === anchorColumn && styles.nameHeader,
    lastPinned && styles.lastPinned,
  ]);
