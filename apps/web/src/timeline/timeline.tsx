import type { Histogram } from '@trailglass/api';
import { memo, useMemo } from 'react';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import { barsWithin, countWords, spanWords } from './bar-words.ts';
import { barsOf, highest } from './bars.ts';
import { brushedSpan } from './brush.ts';
import { placed } from './placed.ts';
import { Plot } from './plot.tsx';
import type { Stretch } from '../coverage/stretch.ts';
import styles from './timeline.module.css';
import { TimelineTable } from './timeline-table.tsx';
import { type OnChosen, useBrush } from './use-brush.ts';
import { useWidth } from './use-width.ts';
import { type Span, spanOf } from '../time-range/span.ts';

interface Props extends OnChosen {
  readonly histogram: Histogram;
  /** All scopes' coverage in one; what is not read is drawn as unknown, not as nothing. */
  readonly coverage: readonly Stretch[];
  /** What is set against the rest, drawn as such. */
  readonly marked?: Span | undefined;
}

/** Events over the time of the search, split by what they did. Drag, or arrow keys and Enter, to look closer; with Shift to see what is different there. */
export const Timeline = memo(function Timeline({
  histogram,
  coverage,
  marked,
  onZoom,
  onDiffer,
}: Props) {
  const zone = useTimeZone();
  const [place, width] = useWidth<HTMLDivElement>();
  const bars = useMemo(() => barsOf(histogram), [histogram]);
  const { from, to } = histogram;
  const span = useMemo(() => spanOf({ from, to }), [from, to]);
  const { brush, under, keys, pointer } = useBrush(bars, span, { onZoom, onDiffer });

  const chosen = brush && brushedSpan(brush, bars, span);
  const hovered = under === undefined ? undefined : bars[under];
  const told = chosen ?? hovered;
  const words = told && `${spanWords(told, zone)}: ${countWords(barsWithin(bars, told))}`;
  const most = highest(bars);

  return (
    <div className={styles.timeline}>
      <div className={styles.ground} aria-hidden="true">
        {coverage
          .filter(({ state }) => state !== 'read' && state !== 'provisional')
          .map((stretch) => (
            <span key={stretch.start} className={styles.unread} style={placed(stretch, span)} />
          ))}
      </div>
      <div ref={place} className={styles.brush} {...pointer}>
        <input
          type="range"
          data-part="timeline"
          className={styles.keys}
          aria-label={`Timeline: arrow keys choose a time, with Shift they stretch it, Enter looks closer${onDiffer ? ', Shift and Enter tell what is different there' : ''}`}
          min={0}
          max={Math.max(0, bars.length - 1)}
          value={brush?.head ?? Math.max(0, bars.length - 1)}
          aria-valuetext={
            chosen ? (words ?? '') : `${spanWords(span, zone)}: ${countWords(bars)}, nothing chosen`
          }
          {...keys}
        />
        <Plot bars={bars} span={span} width={width} />
        {marked && !chosen && (
          <span className={styles.chosen} style={placed(clipped(marked, span), span)} />
        )}
        {told && (
          <span
            className={chosen ? styles.chosen : styles.hovered}
            style={placed(clipped(told, span), span)}
          />
        )}
      </div>
      {most > 0 && (
        <span className={styles.most} aria-hidden="true">
          {most.toLocaleString('en')}
        </span>
      )}
      {words && (
        <span className={styles.told} aria-hidden="true">
          {words}
          {chosen &&
            ` · Enter looks closer${onDiffer ? ', Shift+Enter tells what is different' : ''}`}
        </span>
      )}
      <TimelineTable bars={bars} />
    </div>
  );
});

const clipped = ({ start, end }: Span, span: Span): Span => ({
  start: Math.max(start, span.start),
  end: Math.min(end, span.end),
});
