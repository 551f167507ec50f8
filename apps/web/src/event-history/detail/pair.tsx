import type { ReactNode } from 'react';
import styles from './pair.module.css';

interface PairProps {
  readonly label: string;
  /** The same thing by another name that people know it by. */
  readonly also?: string | undefined;
  /** Takes the whole width. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

export function Pair({ label, also, wide, children }: PairProps): ReactNode {
  return (
    <div className={wide ? `${styles.pair} ${styles.wide}` : styles.pair}>
      <dt className={styles.label}>
        <span>{label}</span>
        {also !== undefined && <span className={styles.also}> ({also})</span>}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

export const Pairs = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <dl className={styles.pairs}>{children}</dl>
);

/** Where the event says nothing. */
export const Absent = (): ReactNode => <span className={styles.absent}>–</span>;

/** Reserves a line for what is still being fetched; seen only when that takes a while. */
export const Coming = ({ what }: { readonly what: string }): ReactNode => (
  <output className={styles.coming} aria-label={`Loading ${what}`} />
);
