import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { GroupRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { counted } from '../ui/numbers/count.ts';
import { percent } from '../ui/numbers/percent.ts';
import { TimeLabel } from '../ui/time/time-label.tsx';
import { fieldLabel } from '../fields/field-label.ts';
import { GroupValue, valueWords } from './group-value.tsx';
import styles from './group-table.module.css';

type Column = TableProps.ColumnDefinition<GroupRow>;

export interface ColumnParts {
  readonly by: readonly string[];
  /** Accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
  /** The largest group on the table. */
  readonly most: number;
  /** To the events of a group, or those of them that a further condition holds for; undefined where none leads there. */
  readonly hrefOf: (row: GroupRow, also?: string) => string | undefined;
  readonly onFollow: (href: string) => void;
}

/** Values first, then how many, then what they were and when. A column's sortingField is the order that it stands for. */
export const groupColumns = (parts: ColumnParts): readonly Column[] => [
  ...parts.by.map((field, n): Column => ({
    id: `value-${n}`,
    header: fieldLabel(field),
    cell: ({ values }) => <GroupValue field={field} value={values[n]} names={parts.names} />,
    isRowHeader: n === 0,
    minWidth: 120,
    ...(n === 0 && { sortingField: 'value' }),
  })),
  {
    id: 'count',
    header: 'Events',
    cell: (row) => (
      <span className={styles.events}>
        <span
          className={styles.share}
          style={{ inlineSize: `${(row.count / Math.max(1, parts.most)) * 100}%` }}
        />
        <Way parts={parts} row={row} what={counted(row.count, 'event')}>
          {row.count.toLocaleString('en')}
        </Way>
      </span>
    ),
    sortingField: 'count',
    minWidth: 96,
  },
  {
    id: 'errors',
    header: 'Errors',
    cell: (row) => <Share parts={parts} row={row} of={row.errors} also="errorCode:*" one="error" />,
    sortingField: 'errors',
    minWidth: 96,
  },
  {
    id: 'writes',
    header: 'Writes',
    cell: (row) => (
      <Share parts={parts} row={row} of={row.writes} also="readOnly:false" one="write" />
    ),
    sortingField: 'writes',
    minWidth: 96,
  },
  {
    id: 'first',
    header: 'First seen',
    cell: ({ first }) => first !== undefined && <Moment iso={first} />,
    sortingField: 'first',
    minWidth: 160,
  },
  {
    id: 'last',
    header: 'Last seen',
    cell: ({ last }) => last !== undefined && <Moment iso={last} />,
    sortingField: 'last',
    minWidth: 160,
  },
];

const Moment = ({ iso }: { readonly iso: string }): ReactNode => (
  <span className={styles.time}>
    <TimeLabel iso={iso} />
  </span>
);

interface ShareProps {
  readonly parts: ColumnParts;
  readonly row: GroupRow;
  readonly of: number;
  readonly also: string;
  readonly one: string;
}

function Share({ parts, row, of, also, one }: ShareProps): ReactNode {
  if (of === 0) return <span className={styles.quiet}>–</span>;
  return (
    <span className={styles.time}>
      <Way parts={parts} row={row} also={also} what={counted(of, one)}>
        {percent(of / row.count)}
      </Way>{' '}
      <span className={styles.quiet}>{of.toLocaleString('en')}</span>
    </span>
  );
}

interface WayProps {
  readonly parts: ColumnParts;
  readonly row: GroupRow;
  readonly also?: string;
  readonly what: string;
  readonly children: ReactNode;
}

/** A figure that leads to what it counts. */
function Way({ parts, row, also, what, children }: WayProps): ReactNode {
  const href = parts.hrefOf(row, also);
  if (href === undefined) return children;
  const of = parts.by.map((field, n) => `${fieldLabel(field)} ${valueWords(row.values[n])}`);
  return (
    <Link
      href={href}
      ariaLabel={`${what} of ${of.join(', ')}`}
      onFollow={(event) => {
        event.preventDefault();
        parts.onFollow(href);
      }}
    >
      {children}
    </Link>
  );
}
