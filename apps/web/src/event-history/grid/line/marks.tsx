import type { EventRow } from '@trailglass/api';
import styles from './cells.module.css';

/** Errors and writes at a glance, by shape and not by colour alone; a read carries no mark. */
export function EventMark({ row }: { readonly row: EventRow }) {
  const wrote = row.readOnly === false;
  if (row.errorCode !== undefined) {
    return (
      <span className={styles.failed} title={wrote ? 'A write that failed' : 'Failed'}>
        <span aria-hidden="true">!</span>
        <span className={styles.spoken}>{wrote ? 'Failed write: ' : 'Failed: '}</span>
      </span>
    );
  }
  return wrote ? (
    <span className={styles.write} title="Write">
      <span className={styles.spoken}>Write: </span>
    </span>
  ) : (
    <span className={styles.read} />
  );
}
