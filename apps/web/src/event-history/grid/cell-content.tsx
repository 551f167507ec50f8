import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { valueAttributes } from '../../ui/value-menu/shown-value.ts';
import { middleCut, plainText, sourceName } from './cell-text.tsx';
import styles from './cells.module.css';
import { cellObjects, cellValues, type ColumnSpec } from './columns.ts';

interface Props {
  readonly row: EventRow;
  readonly column: ColumnSpec;
}

/** A cell of any column but name and time: its value, or the first of several and how many more. */
export function CellContent({ row, column }: Props): ReactNode {
  const values = cellValues(row, column.name);
  const [first] = values;
  if (first === undefined) return <Objects texts={cellObjects(row, column.name)} />;
  const look = [
    styles.value,
    column.mono && styles.mono,
    column.quiet && styles.quiet,
    column.name === 'errorCode' && styles.failure,
  ];
  return (
    <>
      <span
        className={look.filter(Boolean).join(' ')}
        {...valueAttributes({ subject: column.name, value: first })}
      >
        {textOf(column, first)}
      </span>
      {values.length > 1 && <span className={styles.more}>+{values.length - 1}</span>}
    </>
  );
}

/** No filter compares an object, so it has no menu of a value's. */
function Objects({ texts: [first, ...others] }: { readonly texts: readonly string[] }): ReactNode {
  if (first === undefined) return <span className={styles.none}>–</span>;
  return (
    <>
      <span className={`${styles.value} ${styles.quiet}`}>{plainText(first)}</span>
      {others.length > 0 && <span className={styles.more}>+{others.length}</span>}
    </>
  );
}

function textOf(column: ColumnSpec, text: string): ReactNode {
  if (column.name === 'eventSource') return sourceName(text);
  return column.mono ? middleCut(text) : plainText(text);
}
