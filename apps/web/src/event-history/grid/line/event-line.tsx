import type { EventRow } from '@trailglass/api';
import { memo, type ReactNode } from 'react';
import type { TimeZone } from '../../../ui/time/time-zone.ts';
import { cellClass } from '../table/cell-class.ts';
import { CellContent } from './cell-content.tsx';
import type { ShownColumn } from '../table/event-table.ts';
import styles from '../table/grid.module.css';
import { NameCell } from './name-cell.tsx';
import { SelectBox } from '../../selection/select-box.tsx';
import { TimeCell } from './time-cell.tsx';

export interface LineProps {
  readonly row: EventRow;
  readonly index: number;
  /** px from the top of the list, for a row that does not stand among the others. */
  readonly apart: number | undefined;
  readonly columns: readonly ShownColumn[];
  /** The column of the cell that Tab reaches, when it is in this row. */
  readonly active: number | undefined;
  readonly open: boolean;
  /** For comparison. */
  readonly selected: boolean;
  readonly dated: boolean;
  readonly zone: TimeZone;
  readonly hrefOf: (row: EventRow) => string;
}

/** The attributes of a row that both kinds of row share. */
export const rowAttributes = ({ index, open, apart }: LineProps) => ({
  'aria-rowindex': index + 2,
  'aria-selected': open,
  className: apart === undefined ? styles.row : styles.apartRow,
  style: apart === undefined ? undefined : { insetBlockStart: apart },
});

/** One event as a row of cells. Drawn again only when something about it changed, never because others scrolled. */
export const EventLine = memo(function EventLine(props: LineProps) {
  const { columns, active } = props;
  return (
    <tr {...rowAttributes(props)}>
      {columns.map((column, at) => (
        <td
          key={column.spec.name}
          aria-colindex={at + 1}
          tabIndex={active === at ? 0 : -1}
          className={cellClass(column)}
          style={column.style}
        >
          {column.first && <SelectBox row={props.row} selected={props.selected} />}
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
