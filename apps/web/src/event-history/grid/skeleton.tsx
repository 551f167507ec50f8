import styles from './grid.module.css';

const widths = ['62%', '48%', '71%', '55%', '66%', '44%'];

/** Rows to come, in their places; its style sheet shows it only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({
  rows,
  rowHeight,
}: {
  readonly rows: number;
  readonly rowHeight: number;
}) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} style={{ blockSize: rowHeight }}>
          <span style={{ inlineSize: widths[row % widths.length] }} />
        </div>
      ))}
    </div>
  );
}
