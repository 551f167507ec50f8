import type { ReactNode } from 'react';
import type { TimeZone } from '../../../ui/time/time-zone.ts';
import { valueAttributes } from '../../../ui/value-menu/shown-value.ts';
import styles from './cells.module.css';

interface Props {
  /** ISO, as the record says it. */
  readonly iso: string;
  readonly zone: TimeZone;
  /** Where the date changes, and in the first row in view. */
  readonly dated: boolean;
}

/** The time to the second; the date keeps its place, so that the times stand in one column. */
export function TimeCell({ iso, zone, dated }: Props): ReactNode {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return <span className={styles.none}>{iso === '' ? '–' : iso}</span>;
  return (
    <time
      className={styles.time}
      dateTime={iso}
      {...valueAttributes({ subject: 'eventTime', value: iso })}
    >
      <span className={dated ? styles.date : styles.sameDate}>{zone.date(ms)}</span> {zone.time(ms)}
    </time>
  );
}
