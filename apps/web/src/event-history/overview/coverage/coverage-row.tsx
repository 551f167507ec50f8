import styles from './coverage-strip.module.css';
import { placed } from '../../../timeline/placed.ts';
import { isGap, type Stretch } from '../../../coverage/stretch.ts';
import type { Span } from '../../../time-range/span.ts';
import spoken from '../../../ui/spoken.module.css';

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
  /** How much of a gap is read all the same, 0 to 1: a row of several scopes has more than one truth at a time. */
  readonly shareOf: (stretch: Stretch) => number;
  /** The gap that the Tab key reaches. */
  readonly current: string | undefined;
  /** What a gap offers; undefined where nothing can be read now. */
  readonly gapOf: (stretch: Stretch) => GapButton | undefined;
}

/** As full as it is read, from below; a gap never looks read, and what is read of it never looks like nothing. */
const partly = (share: number): Readonly<Record<`--${string}`, string>> => ({
  '--part-read': share === 0 ? '0%' : `${Math.round(20 + share * 55)}%`,
});

/** One row of what is read and what is not. */
export function CoverageRow({ stretches, words, span, current, shareOf, gapOf }: Props) {
  return (
    <div className={styles.row} title={words}>
      <span className={spoken.only}>{words}</span>
      {stretches.map((stretch) => {
        const { state, start } = stretch;
        const gap = isGap(stretch) || state === 'reading' ? gapOf(stretch) : undefined;
        const shared = {
          className: `${styles.stretch} ${styles[state]} ${gap?.onRead ? styles.gap : ''}`,
          style: { ...placed(stretch, span), ...(isGap(stretch) && partly(shareOf(stretch))) },
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
