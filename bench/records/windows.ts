const day = 24 * 3_600_000;
/** Event history keeps 90 days; a day less, so that neither end is on the edge. */
const most = 89 * day;

/** Todays (epoch milliseconds) from which every one of the times is within event history: as few as there can be. */
export function todays(times: readonly number[]): readonly number[] {
  const chosen: number[] = [];
  let covered = -Infinity;
  for (const time of times.toSorted((a, b) => a - b)) {
    if (time <= covered) continue;
    covered = time + most;
    chosen.push(covered + day / 2);
  }
  return chosen;
}
