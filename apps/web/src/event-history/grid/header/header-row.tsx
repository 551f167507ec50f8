import { type KeyboardEvent, useState } from 'react';
import { safeString } from '../../../ui/safe-text/marks.ts';
import { columnLimits } from '../../../fields/columns.ts';
import { type EventTable, resizeColumn, type ShownColumn } from '../table/event-table.ts';
import styles from './header.module.css';
import { HeaderMenu } from './header-menu.tsx';
import { headerClass } from './header-class.ts';

interface Props {
  readonly table: EventTable;
  readonly columns: readonly ShownColumn[];
  /** The column of the header cell that Tab reaches, when it is one of these. */
  readonly active: number | undefined;
  /** `UTC+01:00`: of the times in view. */
  readonly offset: string;
}

/** The column headers: names, widths by mouse and keyboard, a menu on whichever is pointed at or focused. */
export function HeaderRow({ table, columns, active, offset }: Props) {
  const [pointed, setPointed] = useState<number>();
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <tr aria-rowindex={1} className={styles.headerRow} onPointerLeave={() => setPointed(undefined)}>
      {headers.map((header, at) => {
        const shown = columns[at];
        if (!shown) return null;
        const label = safeString(shown.spec.label, 80);
        return (
          <th
            key={header.id}
            scope="col"
            aria-colindex={at + 1}
            tabIndex={active === at ? 0 : -1}
            className={headerClass(shown)}
            style={shown.style}
            onPointerEnter={() => setPointed(at)}
            onKeyDownCapture={leaveMenuButton}
            onKeyDown={(event) => {
              const step = { ArrowLeft: -columnLimits.step, ArrowRight: columnLimits.step }[
                event.key
              ];
              if (!event.shiftKey || step === undefined) return;
              event.preventDefault();
              resizeColumn(table, header.column, step);
            }}
          >
            <span className={styles.label} title={label}>
              {label}
            </span>
            {shown.spec.name === 'eventTime' && <span className={styles.offset}>{offset}</span>}
            {(pointed === at || active === at) && (
              <span className={styles.menu}>
                <HeaderMenu table={table} column={header.column} label={label} />
              </span>
            )}
            <span
              aria-hidden="true"
              className={header.column.getIsResizing() ? styles.resizing : styles.resizer}
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onDoubleClick={() => header.column.resetSize()}
            />
          </th>
        );
      })}
    </tr>
  );
}

/** From a header's menu button back to its cell, where the grid's own keys work. */
function leaveMenuButton(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  const closed = target instanceof HTMLButtonElement && target.ariaExpanded !== 'true';
  if (closed && currentTarget.contains(target) && leaving.has(key)) currentTarget.focus();
}
const leaving = new Set(['Escape', 'ArrowLeft', 'ArrowRight']);
