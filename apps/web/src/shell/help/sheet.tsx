import styles from './sheet.module.css';

interface SheetProps {
  /** What to type or press, and what it does. */
  readonly rows: readonly (readonly [string, string])[];
  readonly keys?: boolean;
}

export function Sheet({ rows, keys = false }: SheetProps) {
  return (
    <dl className={styles.sheet}>
      {rows.map(([what, means]) => (
        <div key={what}>
          <dt>{keys ? <kbd>{what}</kbd> : <code>{what}</code>}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}
