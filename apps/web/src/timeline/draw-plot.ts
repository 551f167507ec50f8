import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { TimeZone } from '../ui/time/time-zone.ts';
import type { Columns } from './bars.ts';
import type { Span } from '../time-range/span.ts';

export const PLOT_HEIGHT = 56;
export const AXIS_HEIGHT = 16;
const DAY = 86_400;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22 Nov` at midnight and for whole days, else `15:40`, with seconds where steps are shorter than a minute. */
export function tickLabel(seconds: number, apart: number, zone: TimeZone): string {
  const time = zone.time(seconds * 1000);
  if (apart >= DAY || time === '00:00:00') {
    const [, month, day] = zone.date(seconds * 1000).split('-');
    return `${Number(day)} ${months[Number(month) - 1] ?? ''}`;
  }
  return apart < 60 ? time : time.slice(0, 5);
}

// Canvas knows no custom properties: they are looked up when it is drawn, and so follow the theme.
const token = (name: string) => (): string =>
  getComputedStyle(document.body).getPropertyValue(name).trim();

const series = (color: string): uPlot.Series => ({
  fill: token(color),
  width: 0,
  points: { show: false },
  paths: uPlot.paths.bars?.({ size: [0.86, 60], align: 1 }),
});

/** Stacked bars over the window, and nothing else: choosing, words and the table are around it. */
export function drawPlot(
  place: HTMLElement,
  width: number,
  columns: Columns,
  span: Span,
  zone: TimeZone,
): uPlot {
  return new uPlot(
    {
      width,
      height: PLOT_HEIGHT + AXIS_HEIGHT,
      padding: [0, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      tzDate: (at) =>
        zone.zone === 'utc' ? uPlot.tzDate(new Date(at * 1000), 'Etc/UTC') : new Date(at * 1000),
      scales: {
        x: { range: () => [span.start / 1000, span.end / 1000] },
        y: { range: (_plot, _min, max) => [0, Math.max(1, max)] },
      },
      series: [{}, series('--chart-error'), series('--chart-read'), series('--chart-write')],
      axes: [
        {
          size: AXIS_HEIGHT,
          gap: 2,
          space: 72,
          font: `11px ${token('--font')()}`,
          stroke: token('--text-quiet'),
          grid: { show: false },
          ticks: { show: true, size: 3, width: 1, stroke: token('--chart-grid') },
          values: (plot, splits, _axis, _space, apart) =>
            splits.map((at) => {
              const left = plot.valToPos(at, 'x');
              return left < 22 || left > width - 22 ? '' : tickLabel(at, apart, zone);
            }),
        },
        { show: false },
      ],
    },
    columns,
    place,
  );
}
