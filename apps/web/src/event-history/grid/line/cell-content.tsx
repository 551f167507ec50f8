import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { counted } from '../../../ui/numbers/count.ts';
import { openMenuOf } from '../../../ui/value-menu/opening.ts';
import { valueAttributes, withMenu } from '../../../ui/value-menu/shown-value.ts';
import { middleCut, plainText, sourceName } from './cell-text.tsx';
import styles from './cells.module.css';
import { cellObjects, cellValues, type ColumnSpec } from '../../../fields/columns.ts';

interface Props {
  readonly row: EventRow;
  readonly column: ColumnSpec;
}

/** A cell of any column but name and time: its value, or the first of several and how many more. */
export function CellContent({ row, column }: Props): ReactNode {
  const values = cellValues(row, column.name);
  const [first, ...others] = values;
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
        ref={
          others.length > 0
            ? withMenu({ subject: column.name, value: first, copy: () => first, others })
            : undefined
        }
      >
        {textOf(column, first)}
      </span>
      {others.length > 0 && <More count={others.length} />}
    </>
  );
}

/** Opens the menu of the value before it, in which the others are. The keyboard opens that menu from the cell. */
const More = ({ count }: { readonly count: number }): ReactNode => (
  <button
    type="button"
    tabIndex={-1}
    className={styles.moreValues}
    aria-label={counted(count, 'more value')}
    aria-haspopup="menu"
    onClick={(click) => {
      click.preventDefault();
      openMenuOf(click.currentTarget.previousElementSibling);
    }}
  >
    +{count}
  </button>
);

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
