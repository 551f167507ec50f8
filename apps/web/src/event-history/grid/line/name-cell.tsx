import type { EventRow } from '@trailglass/api';
import type { ReactNode } from 'react';
import { rowBadge } from '../../novelty/row-badge.ts';
import { NoteMark } from '../../../notes/marks/note-mark.tsx';
import { valueAttributes } from '../../../ui/value-menu/shown-value.ts';
import { plainText } from './cell-text.tsx';
import styles from './cells.module.css';
import { cellValues } from '../../../fields/columns.ts';
import { EventMark } from './marks.tsx';

interface Props {
  readonly row: EventRow;
  /** The event's own address, so that it opens in a new tab as every link does. */
  readonly href: string;
}

/** EC2 begins its codes with whose fault it was; what went wrong comes after, and a cell is short. */
const shortCode = (code: string): string => code.replace(/^Client\./, '');

/** The event's mark, its name as a link, and what it failed with. */
export function NameCell({ row, href }: Props): ReactNode {
  const [eventName = ''] = cellValues(row, 'eventName');
  const [errorCode] = cellValues(row, 'errorCode');
  const badge = rowBadge.use();
  return (
    <>
      <EventMark row={row} />
      <a
        className={styles.name}
        href={href}
        tabIndex={-1}
        draggable={false}
        {...valueAttributes({ subject: 'eventName', value: eventName })}
      >
        {eventName === '' ? 'No name' : plainText(eventName)}
      </a>
      {badge?.(row)}
      <NoteMark row={row} />
      {errorCode !== undefined && (
        <span
          className={styles.error}
          {...valueAttributes({ subject: 'errorCode', value: errorCode })}
        >
          {plainText(shortCode(errorCode))}
        </span>
      )}
    </>
  );
}
