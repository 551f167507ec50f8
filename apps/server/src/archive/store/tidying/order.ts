/** Rows in a row of the file, as it is stored: 2,048 at a time can be read, and no less. */
export interface Stretch {
  /** Row id of its first. */
  readonly from: number;
  readonly rows: number;
  /** Between which times most of its events lie: from the first to the last tenth of them, in milliseconds. */
  readonly low: number;
  readonly high: number;
}

/** Rows that are stored, and dropped, as one. The last one still grows. */
export interface Group {
  readonly from: number;
  readonly rows: number;
}

/** How the events lie: a hundred and one times between which equally many of them happened, oldest first. */
export type Quantiles = readonly number[];

export interface Layout {
  readonly groups: readonly Group[];
  readonly stretches: readonly Stretch[];
  readonly quantiles: Quantiles;
}

/** So many stretches hold events of one time, on average, before anything is rewritten. */
const DEPTH = 8;
/** What rewriting must take off that. */
const WORTH_IT = 1;

interface Weighed extends Group {
  /** Stretches that hold events of one time, of this group. */
  readonly depth: number;
  /** Of the whole time, in parts of all events. */
  readonly low: number;
  readonly high: number;
}

/**
 * The groups to sort into each other next, so that a page of neighbouring events lies in few stretches; none when it
 * does already. Those that lie widest are taken with those that overlap with them most, and the last one always with
 * them: a group that is not full has to be the last.
 * @param most groups at a time
 */
export function nextToSort(layout: Layout, most: number): readonly Group[] {
  const weighed = layout.groups.flatMap((group) => weigh(group, layout));
  const depth = weighed.reduce((sum, group) => sum + group.depth, 0);
  const last = weighed.at(-1);
  if (depth <= DEPTH || last === undefined) return [];
  const [widest, ...others] = weighed.toSorted((a, b) => b.depth - a.depth);
  if (widest === undefined) return [];
  const chosen = [
    widest,
    ...others.toSorted((a, b) => shared(b, widest) - shared(a, widest)).slice(0, most - 1),
  ];
  const all = chosen.includes(last) ? chosen : [...chosen, last];
  const gain =
    all.reduce((sum, group) => sum + group.depth, 0) -
    (Math.max(...all.map(({ high }) => high)) - Math.min(...all.map(({ low }) => low)));
  if (gain < WORTH_IT) return [];
  return all.toSorted((a, b) => a.from - b.from).map(({ from, rows }) => ({ from, rows }));
}

const shared = (a: Weighed, b: Weighed): number =>
  Math.max(0, Math.min(a.high, b.high) - Math.max(a.low, b.low));

function weigh(group: Group, { stretches, quantiles }: Layout): Weighed[] {
  const own = stretches.filter(({ from }) => from >= group.from && from < group.from + group.rows);
  if (own.length === 0) return [];
  const places = own.map(({ low, high }) => ({
    low: rankOf(low, quantiles),
    high: rankOf(high, quantiles),
  }));
  return [
    {
      ...group,
      depth: places.reduce((sum, { low, high }) => sum + high - low, 0),
      low: Math.min(...places.map(({ low }) => low)),
      high: Math.max(...places.map(({ high }) => high)),
    },
  ];
}

/** Which part of all events is older than this, 0 to 1. */
export function rankOf(time: number, quantiles: Quantiles): number {
  const steps = quantiles.length - 1;
  const after = quantiles.findIndex((quantile) => quantile > time);
  if (after < 0) return 1;
  if (after === 0) return 0;
  const [low, high] = [quantiles[after - 1] ?? 0, quantiles[after] ?? 0];
  return (after - 1 + (time - low) / (high - low)) / steps;
}
