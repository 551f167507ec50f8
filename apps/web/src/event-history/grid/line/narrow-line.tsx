import { memo } from 'react';
import { valueAttributes } from '../../../ui/value-menu/shown-value.ts';
import { plainText, sourceName } from './cell-text.tsx';
import cells from './cells.module.css';
import { cellValues } from '../../../fields/columns.ts';
import { type LineProps, rowAttributes } from './event-line.tsx';
import grid from '../table/grid.module.css';
import { NameCell } from './name-cell.tsx';
import styles from './narrow-line.module.css';
import { SelectBox } from '../../selection/select-box.tsx';
import { TimeCell } from './time-cell.tsx';

/** One event in two lines, where there is no room for columns: what and when, then who and where. */
export const NarrowLine = memo(function NarrowLine(props: LineProps) {
  const { row, active, dated, zone, hrefOf } = props;
  const [username] = cellValues(row, 'username');
  const [eventSource] = cellValues(row, 'eventSource');
  return (
    <tr {...rowAttributes(props)}>
      <td
        aria-colindex={1}
        tabIndex={active === undefined ? -1 : 0}
        className={`${styles.cell} ${grid.firstCell}`}
      >
        <SelectBox row={row} selected={props.selected} />
        <div className={styles.line}>
          <NameCell row={row} href={hrefOf(row)} />
          <TimeCell iso={row.eventTime} zone={zone} dated={dated} />
        </div>
        <div className={styles.secondLine}>
          {username === undefined ? (
            <span className={cells.none}>–</span>
          ) : (
            <span
              className={cells.value}
              {...valueAttributes({ subject: 'username', value: username })}
            >
              {plainText(username)}
            </span>
          )}
          {eventSource !== undefined && (
            <span
              className={cells.value}
              {...valueAttributes({ subject: 'eventSource', value: eventSource })}
            >
              {sourceName(eventSource)}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
});
