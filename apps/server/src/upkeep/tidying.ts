import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';

const MINUTE_MS = 60_000;
/** While there is more to do and it goes well. */
const NEXT_MS = 5_000;
/** When all is in order. */
const LOOK_MS = 10 * MINUTE_MS;
const MOST_MS = 60 * MINUTE_MS;

/** A step, or that there was none: somebody was asking, the disk is full, or the store does not answer. */
export type Step = { readonly sorted: number; readonly more: boolean } | undefined;

/** Milliseconds until the next step: after each that came to nothing twice as long as before. */
export function pauseAfter(step: Step, pauseMs: number): number {
  if (step !== undefined && !step.more) return LOOK_MS;
  if (step !== undefined && step.sorted > 0) return NEXT_MS;
  return Math.min(MOST_MS, Math.max(MINUTE_MS, pauseMs * 2));
}

/** Asks the store again and again to put some of its file in order of time; whether the moment is idle, the store knows. */
export class Tidying {
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly archive: Archive,
    firstMs = 2 * MINUTE_MS,
  ) {
    this.#later(firstMs);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #later(ms: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      void this.#step().then((step) => this.#later(pauseAfter(step, ms)));
    }, ms).unref();
  }

  async #step(): Promise<Step> {
    try {
      return await this.archive.upkeep.tidy();
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return undefined;
    }
  }
}
