/** Milliseconds since 1970; the later end is not part of it. */
export interface Slice {
  readonly from: number;
  readonly until: number;
}

/** What a slice should take at most: after it there is something to show, and somebody else may have a turn. */
const AIM_MS = 150;
const FIRST_PART = 1 / 64;
const WIDER = 8;
const HOUR_MS = 3_600_000;

/**
 * A window in slices, newest first. The first is narrow, as it most often holds enough; how much wider the next one is
 * depends on how long the last one took, so that a window in which nothing is found costs hardly more than in one piece.
 */
export class Slices {
  #until: number;
  #width: number;

  constructor(private readonly window: Slice) {
    this.#until = window.until;
    this.#width = Math.max(HOUR_MS, (window.until - window.from) * FIRST_PART);
  }

  /** Undefined when nothing is left. */
  next(): Slice | undefined {
    const until = this.#until;
    if (until <= this.window.from) return undefined;
    const from = Math.max(this.window.from, Math.floor(until - this.#width));
    this.#until = from;
    return { from, until };
  }

  took(ms: number): void {
    const wider = Math.min(WIDER, Math.max(1 / WIDER, AIM_MS / Math.max(1, ms)));
    this.#width = Math.max(HOUR_MS, this.#width * wider);
    // What little is left is not worth a statement of its own.
    if (this.#until - this.#width < this.window.from + this.#width / WIDER)
      this.#width = Math.max(this.#width, this.#until - this.window.from);
  }
}
