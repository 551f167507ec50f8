import type { EpochMs } from '@trailglass/record';

/** The newest `limit` rows seen so far, by their times alone: what decides whether an older row is still of use. */
export class Newest {
  /** Newest first. */
  readonly #times: EpochMs[] = [];

  constructor(private readonly limit: number) {}

  /** Counts a row in; false when `limit` rows at least as new have been seen. */
  accepts(time: EpochMs): boolean {
    const oldest = this.#times.at(-1);
    if (this.#times.length >= this.limit) {
      if (oldest === undefined || time <= oldest) return false;
      this.#times.pop();
    }
    this.#times.splice(this.#placeOf(time), 0, time);
    return true;
  }

  /** No row of this time or older is accepted any more; undefined while there is room. */
  get closedAt(): EpochMs | undefined {
    return this.#times.length >= this.limit ? this.#times.at(-1) : undefined;
  }

  #placeOf(time: EpochMs): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? 0) >= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
