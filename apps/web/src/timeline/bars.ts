import type { Histogram } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { spanOf } from '../time-range/span.ts';

/** One step of the timeline, in milliseconds since 1970; `end` does not belong to it. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly writes: number;
  readonly reads: number;
  readonly errors: number;
}

/** Most steps that are drawn, whatever an answer says. */
const MOST_BARS = 5000;

/** Every step of the window, also those without events, oldest first. */
export function barsOf(histogram: Histogram): readonly Bar[] {
  const span = spanOf(histogram);
  const step = histogram.bucketSeconds * 1000;
  const counted = new Map<number | undefined, Histogram['buckets'][number]>(
    histogram.buckets.map((bucket) => [parseTime(bucket.at), bucket]),
  );
  const bars: Bar[] = [];
  for (
    let start = Math.floor(span.start / step) * step;
    start < span.end && bars.length < MOST_BARS;
    start += step
  ) {
    const { writes = 0, reads = 0, errors = 0 } = counted.get(start) ?? {};
    bars.push({ start, end: start + step, writes, reads, errors });
  }
  return bars;
}

export const totalOf = ({ writes, reads, errors }: Bar): number => writes + reads + errors;

/** Columns for drawing: seconds, then heights from the ground up to the top of errors, of reads and of writes. */
export type Columns = [number[], number[], number[], number[]];

/**
 * Heights that stack. However many events stand beside it, one error is seen: no part that has any is drawn lower than
 * a twentieth of the highest bar.
 */
export function stacked(bars: readonly Bar[]): Columns {
  const least = highest(bars) / 20;
  const height = (count: number): number => (count === 0 ? 0 : Math.max(count, least));
  const columns: Columns = [[], [], [], []];
  for (const bar of bars) {
    const writes = height(bar.writes);
    const reads = writes + height(bar.reads);
    columns[0].push(bar.start / 1000);
    columns[1].push(reads + height(bar.errors));
    columns[2].push(reads);
    columns[3].push(writes);
  }
  return columns;
}

/** Events in the fullest step. */
export const highest = (bars: readonly Bar[]): number => Math.max(0, ...bars.map(totalOf));
