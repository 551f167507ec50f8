import type { EpochMs } from '@trailglass/record';

/** A Date header has whole seconds and travels a while: a smaller difference says nothing. */
const MEANINGFUL_MS = 2_000;

/**
 * The time as AWS sees it. This machine's clock may be wrong, and windows and the 90 days must not be:
 * the difference is learned from what AWS or the local endpoint says.
 */
export class Clock {
  #offset = 0;
  #pinned = false;

  now(): EpochMs {
    return (Date.now() + this.#offset) as EpochMs;
  }

  /** The local endpoint's own today, which may be another year on purpose; nothing overrules it. */
  pin(now: EpochMs): void {
    this.#offset = now - Date.now();
    this.#pinned = true;
  }

  /** An HTTP Date header that came with an answer just now. */
  learn(header: string | undefined): void {
    if (this.#pinned || header === undefined) return;
    const theirs = Date.parse(header);
    if (Number.isNaN(theirs)) return;
    const offset = theirs + 500 - Date.now();
    this.#offset = Math.abs(offset) < MEANINGFUL_MS ? 0 : offset;
  }
}
