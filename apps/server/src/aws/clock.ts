import type { EpochMs } from '@trailglass/record';

/** A Date header has whole seconds and travels a while: a smaller difference says nothing. */
const MEANINGFUL_MS = 2_000;

/**
 * The time as AWS sees it. This machine's clock may be wrong, and windows, the 90 days and the end of credentials
 * must not be: the difference is learned from the Date header of every answer.
 */
export class Clock {
  #skew = 0;
  #heard = false;
  /** A local endpoint's today may be another year on purpose; its Date header is not. */
  #today: number | undefined;

  /** For windows and what a person is shown. */
  now(): EpochMs {
    return (Date.now() + (this.#today ?? this.#skew)) as EpochMs;
  }
  /** For what ends at a real time, as credentials do. */
  real(): number {
    return Date.now() + this.#skew;
  }

  /** AWS has said what time it is, or a local endpoint has: only then is anything deleted by it. */
  get isSure(): boolean {
    return this.#heard || this.#today !== undefined;
  }

  pinToday(now: EpochMs): void {
    this.#today = now - Date.now();
  }
  /** An HTTP Date header that came with an answer just now. */
  learn(header: string | undefined): void {
    const theirs = header === undefined ? Number.NaN : Date.parse(header);
    if (Number.isNaN(theirs)) return;
    this.#heard = true;
    const skew = theirs + 500 - Date.now();
    this.#skew = Math.abs(skew) < MEANINGFUL_MS ? 0 : skew;
  }
}
