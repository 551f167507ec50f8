import { type EpochMs, moved } from '@trailglass/record';
/** The later end is not part of it. */
export interface Slice {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/**
 * What a slice should take at most: after it there is something to show, and somebody else may have a turn. Shorter ones
 * would lie within one group of rows, and one thread alone reads each of these.
 */
const AIM_MS = 500;
/** Of the window: narrower ones would take the same compressed pieces apart again and again. */
const FIRST_PART = 1 / 64;
const NEXT_PART = 1 / 16;
const WIDER = 8;
const HOUR_MS = 3_600_000;

/**
 * A window in slices, newest first. The first is narrow, as it most often holds enough; how much wider the next one is
 * depends on how long the last one took, so that a window in which nothing is found costs hardly more than in one piece.
 */
export class Slices {
  #until: EpochMs;
  readonly #narrowest: number;
  #width: number;

  /** @param below where an earlier reading stopped, within the window */
  constructor(
    private readonly window: Slice,
    below?: EpochMs,
  ) {
    this.#until = below ?? window.until;
    const part = below === undefined ? FIRST_PART : NEXT_PART;
    this.#narrowest = Math.max(HOUR_MS, Math.ceil((window.until - window.from) * part));
    this.#width = this.#narrowest;
  }

  /** Undefined when nothing is left. */
  next(): Slice | undefined {
    const until = this.#until;
    if (until <= this.window.from) return undefined;
    const left = until - this.window.from;
    // What little would be left is not worth a statement of its own.
    const width = left < this.#width * (1 + 1 / WIDER) ? left : this.#width;
    this.#until = moved(until, -width);
    return { from: this.#until, until };
  }

  took(ms: number): void {
    this.#width = Math.max(
      this.#narrowest,
      Math.floor(this.#width * Math.min(WIDER, AIM_MS / Math.max(1, ms))),
    );
  }
}
