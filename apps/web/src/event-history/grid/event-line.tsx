import type { EventRow } from '@trailglass/api';
import { memo, type ReactNode } from 'react';
import type { TimeZone } from '../../ui/time-zone.ts';
import { CellContent } from './cell-content.tsx';
import type { ShownColumn } from './event-table.ts';
import styles from './grid.module.css';
import { NameCell } from './name-cell.tsx';
import { TimeCell } from './time-cell.tsx';

export interface LineProps {
  readonly row: EventRow;
  readonly index: number;
  /** px from the top of the list. */
  readonly start: number;
  readonly height: number;
  readonly columns: readonly ShownColumn[];
  /** The column of the cell that Tab reaches, when it is in this row. */
  readonly active: number | undefined;
  readonly open: boolean;
  readonly dated: boolean;
  readonly zone: TimeZone;
  readonly hrefOf: (row: EventRow) => string;
}

export const place = (start: number, height: number) => ({
  transform: `translateY(${start}px)`,
  blockSize: height,
});

/** One event as a row of cells. Drawn again only when something about it changed, never because others scrolled. */
export const EventLine = memo(function EventLine(props: LineProps) {
  const { index, start, height, columns, active, open } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={open}
      className={styles.row}
      style={place(start, height)}
    >
      {columns.map((column, at) => (
        <td
          key={column.spec.name}
          aria-colindex={at + 1}
          tabIndex={active === at ? 0 : -1}
          className={column.pinned ? styles.pinnedCell : styles.cell}
          style={column.style}
        >
          {content(props, column)}
        </td>
      ))}
    </tr>
  );
});

function content({ row, zone, dated, hrefOf }: LineProps, { spec }: ShownColumn): ReactNode {
  switch (spec.name) {
    case 'eventName':
      return <NameCell row={row} href={hrefOf(row)} />;
    case 'eventTime':
      return <TimeCell iso={row.eventTime} zone={zone} dated={dated} />;
    default:
      return <CellContent row={row} column={spec} />;
  }
}
