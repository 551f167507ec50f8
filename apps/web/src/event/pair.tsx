import type { ReactNode } from 'react';
import styles from './pair.module.css';

interface PairProps {
  readonly label: string;
  /** The same thing by another name that people know it by. */
  readonly also?: string | undefined;
  /** For long values: the whole width, or two columns where there are many. `all`: the whole width always. */
  readonly wide?: boolean | 'all' | undefined;
  readonly children: ReactNode;
}

export function Pair({ label, also, wide, children }: PairProps): ReactNode {
  return (
    <div
      className={[styles.pair, wide && styles.wide, wide === 'all' && styles.all]
        .filter(Boolean)
        .join(' ')}
    >
      <dt className={styles.label}>
        <span>{label}</span>
        {also !== undefined && <span className={styles.also}> ({also})</span>}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

export const Pairs = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles.box}>
    <dl className={styles.pairs}>{children}</dl>
  </div>
);

/** Where the event says nothing. */
export const Absent = (): ReactNode => <span className={styles.absent}>–</span>;

/** Reserves a line for what is still being fetched; seen only when that takes a while. */
export const Coming = ({ what }: { readonly what: string }): ReactNode => (
  <output className={styles.coming} aria-label={`Loading ${what}`} />
);
