import type { SessionNode } from '@trailglass/api';
import type { ReactNode } from 'react';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { barOf, type Clock, spanOf } from './clock.ts';
import styles from './time-bar.module.css';

interface Props {
  readonly node: SessionNode;
  readonly clock: Clock;
}

/** When a key was used, on the tree's clock; the mark before it is when it was handed out. */
export function TimeBar({ node, clock }: Props): ReactNode {
  const zone = useTimeZone();
  const span = spanOf(node);
  if (!span) return null;
  const title = `${zone.dateTime(span.from)} – ${zone.dateTime(span.to)} ${zone.offset(span.to)}`;
  const bar = barOf(span, clock);
  if (!bar) {
    const early = span.to < clock.from;
    return (
      <div className={styles.track} title={title}>
        <span className={early ? styles.before : styles.after}>
          {early ? '◂ earlier' : 'later ▸'}
        </span>
      </div>
    );
  }
  const tone = node.writes > 0 ? styles.writes : styles.reads;
  return (
    <div className={styles.track} title={title}>
      <span
        className={`${styles.span} ${tone}`}
        style={{ insetInlineStart: `min(${bar.start}%, 100% - 4px)`, inlineSize: `${bar.width}%` }}
      />
    </div>
  );
}
