import { anchorColumn } from '../../fields/columns.ts';
import type { ShownColumn } from './event-table.ts';
import rows from './grid.module.css';
import headers from './header/header.module.css';

const joined = (names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

export const cellClass = ({ pinned, first, lastPinned }: ShownColumn): string =>
  joined([
    pinned ? rows.pinnedCell : rows.cell,
    first && rows.firstCell,
    lastPinned && rows.lastPinned,
  ]);

export const headerClass = ({ pinned, lastPinned, spec }: ShownColumn): string =>
  joined([
    pinned ? headers.pinnedHeader : headers.header,
    spec.name === anchorColumn && headers.nameHeader,
    lastPinned && headers.lastPinned,
  ]);
