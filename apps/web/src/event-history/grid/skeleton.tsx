import type { ShownColumn } from './table/event-table.ts';
import styles from './skeleton.module.css';

interface Props {
  readonly rows: number;
  readonly columns: readonly ShownColumn[];
}

const lengths = [62, 48, 71, 55, 66, 44, 58];

/** Rows to come, in their places; its style sheet shows it only after 300 ms, so that quick answers do not flicker. */
export const Skeleton = ({ rows, columns }: Props) => (
  <div className={styles.skeleton} aria-hidden="true">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className={styles.skeletonRow}>
        {columns.map(({ spec }, at) => (
          <span key={spec.name}>
            <span
              style={{ inlineSize: `${lengths[(row * 3 + at * 2) % lengths.length] ?? 50}%` }}
            />
          </span>
        ))}
      </div>
    ))}
  </div>
);
