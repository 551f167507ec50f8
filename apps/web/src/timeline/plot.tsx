import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { useTimeZone } from '../ui/time/time-zone.tsx';
import { type Bar, stacked } from './bars.ts';
import { drawPlot } from './draw-plot.ts';
import type { Span } from '../time-range/span.ts';

interface Props {
  readonly bars: readonly Bar[];
  readonly span: Span;
  readonly width: number;
}

/** The bars, on a canvas: only a picture, what it shows is said beside it. */
export function Plot({ bars, span: { start, end }, width }: Props) {
  const zone = useTimeZone();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef(bars);

  useEffect(() => {
    if (!place.current || width === 0) return undefined;
    const drawn = drawPlot(place.current, width, stacked(latest.current), { start, end }, zone);
    plot.current = drawn;
    const theme = new MutationObserver(() => drawn.redraw());
    theme.observe(document.body, { attributeFilter: ['class'] });
    return () => {
      theme.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [start, end, width, zone]);

  useEffect(() => {
    latest.current = bars;
    plot.current?.setData(stacked(bars));
  }, [bars]);

  return <div ref={place} aria-hidden="true" />;
}
