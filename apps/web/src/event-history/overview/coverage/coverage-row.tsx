import styles from './coverage-strip.module.css';
import { placed } from '../../../timeline/placed.ts';
import { isGap, type Stretch } from '../../../coverage/stretch.ts';
import type { Span } from '../../../time-range/span.ts';

export interface GapButton {
  /** As it is known to the keyboard. */
  readonly key: string;
  /** Spoken, and shown on hover. */
  readonly label: string;
  /** Absent while it is being read. */
  readonly onRead: (() => void) | undefined;
}

interface Props {
  readonly stretches: readonly Stretch[];
  readonly words: string;
  readonly span: Span;
  /** The gap that the Tab key reaches. */
  readonly current: string | undefined;
  /** What a gap offers; undefined where nothing can be read now. */
  readonly gapOf: (stretch: Stretch) => GapButton | undefined;
}

/** One row of what is read and what is not. */
export function CoverageRow({ stretches, words, span, current, gapOf }: Props) {
  return (
    <div className={styles.row} title={words}>
      <span className={styles.said}>{words}</span>
      {stretches.map((stretch) => {
        const { state, start } = stretch;
        const gap = isGap(stretch) || state === 'reading' ? gapOf(stretch) : undefined;
        const shared = {
          className: `${styles.stretch} ${styles[state]} ${gap?.onRead ? styles.gap : ''}`,
          style: placed(stretch, span),
          children: state === 'failed' && '!',
        };
        if (!gap) return <span key={start} {...shared} aria-hidden="true" />;
        return (
          <button
            key={start}
            type="button"
            {...shared}
            data-gap={gap.key}
            tabIndex={gap.key === current ? 0 : -1}
            title={gap.label}
            aria-label={gap.label}
            aria-disabled={gap.onRead === undefined}
            onClick={gap.onRead}
          />
        );
      })}
    </div>
  );
}
