/** Milliseconds that only go forward; the wall clock may jump. */
export type Clock = () => number;
export const monotonic: Clock = () => performance.now();

/** Counts what happened in the last minute, per key, and says when there is room again. */
export class PerMinute {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly clock: Clock = monotonic,
  ) {}

  /** @returns milliseconds to wait, 0 when there is room now. */
  wait(key: string): number {
    const recent = this.recent(key);
    const oldest = recent.at(-this.most);
    return oldest === undefined ? 0 : oldest + 60_000 - this.clock();
  }

  count(key: string): void {
    // A flood of keys must not fill the memory: forgetting all is a minute's leniency.
    if (this.times.size > 10_000) this.times.clear();
    this.times.set(key, [...this.recent(key), this.clock()].slice(-this.most));
  }

  private recent(key: string): number[] {
    const since = this.clock() - 60_000;
    return (this.times.get(key) ?? []).filter((time) => time > since);
  }
}
