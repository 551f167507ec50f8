import styles from './sheet.module.css';

interface SheetProps {
  /** What to type or press, and what it does. */
  readonly rows: readonly (readonly [string, string])[];
  readonly keys?: boolean;
}

/** Not a `dl`: the help panel gives those the air of a glossary. */
export function Sheet({ rows, keys = false }: SheetProps) {
  return (
    <div className={styles.sheet}>
      {rows.map(([what, means]) => (
        <div key={what}>
          {keys ? <kbd>{what}</kbd> : <code>{what}</code>}
          <span>{means}</span>
        </div>
      ))}
    </div>
  );
}
