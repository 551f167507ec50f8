import { useTimeZone } from '../../ui/time-zone.tsx';
import type { Span } from './bars.ts';
import { MOST_ROWS } from './overview-state.ts';
import styles from './coverage-strip.module.css';
import { isRead, type ScopeStrip, type Stretch } from './strip.ts';
import { stretchWords, stripWords } from './strip-words.ts';
import { placed } from './placed.ts';

interface Props {
  readonly strips: readonly ScopeStrip[];
  /** All scopes in one row. */
  readonly summary: readonly Stretch[];
  readonly span: Span;
  readonly names: ReadonlyMap<string, string>;
  /** How what is missing gets read; absent while it is being read, or when nothing is missing. */
  readonly onRead: (() => void) | undefined;
  /** Every scope in a row with its name. */
  readonly open: boolean;
}

/** What has been read of each account and Region, under the time it belongs to. */
export function CoverageStrip({ strips, summary, span, names, onRead, open }: Props) {
  const zone = useTimeZone();
  const words = (strip: ScopeStrip): string =>
    stripWords(strip, names.get(strip.account) ?? strip.account, zone);
  const folds = strips.length > MOST_ROWS;

  return (
    <div className={styles.coverage}>
      {folds && !open ? (
        <Row
          stretches={summary}
          words={`All scopes together: ${stretchWords(summary, zone)}`}
          span={span}
          onRead={onRead}
        />
      ) : (
        <ul className={open ? styles.named : styles.rows}>
          {strips.map((strip) => (
            <li key={`${strip.account}:${strip.region}`}>
              {open && (
                <span className={styles.name} aria-hidden="true">
                  {names.get(strip.account) ?? strip.account} · {strip.region}
                </span>
              )}
              <Row stretches={strip.stretches} words={words(strip)} span={span} onRead={onRead} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps extends Pick<Props, 'span' | 'onRead'> {
  readonly stretches: readonly Stretch[];
  readonly words: string;
}

/** One row; its gaps can be clicked, which "Read the rest" does for whoever has no pointer. */
function Row({ stretches, words, span, onRead }: RowProps) {
  return (
    <div className={styles.row} title={words}>
      <span className={styles.said}>{words}</span>
      {stretches.map((stretch) => {
        const gap = onRead && !isRead(stretch);
        return (
          <span
            key={stretch.start}
            className={`${styles.stretch} ${styles[stretch.state]} ${gap ? styles.gap : ''}`}
            style={placed(stretch, span)}
            {...(gap && { onPointerUp: onRead })}
            aria-hidden="true"
          >
            {stretch.state === 'failed' && '!'}
          </span>
        );
      })}
    </div>
  );
}
