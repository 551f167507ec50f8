import type { EventRow } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { compareRows } from './order.ts';
import type { Results } from './results.ts';

interface Sorted {
  /** For the list as it is. */
  readonly ripe: readonly EventRow[];
  /** Older than what the list has come to: they would stand behind a gap. The search may bring them, too. */
  readonly early: readonly EventRow[];
}

/** Sorts events that came by themselves; what is outside of the question's time is dropped. */
export function sortNews(
  news: readonly EventRow[],
  { rows, phase, stale, plan, question }: Results,
): Sorted {
  const range = question?.range;
  const from = parseTime(plan?.from) ?? -Infinity;
  const to = (range?.kind === 'absolute' ? parseTime(range.to) : undefined) ?? Infinity;
  const asked = news.filter((row) => {
    const time = Date.parse(row.eventTime);
    return time >= from && time <= to;
  });
  if (stale) return { ripe: [], early: asked };
  if (phase === 'complete' || phase === 'failed') return { ripe: asked, early: [] };
  const end = rows.at(-1);
  const isEarly = (row: EventRow): boolean =>
    end === undefined ? phase === 'reading' : compareRows(end, row) < 0;
  return { ripe: asked.filter((row) => !isEarly(row)), early: asked.filter(isEarly) };
}
