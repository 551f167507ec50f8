const burst = 2;

interface Bucket {
  tokens: number;
  filled: number;
}

/**
 * LookupEvents' quota: so many requests a second for each account and Region, as a bucket of two.
 * `clock` is monotonic, in milliseconds; a rate of 0 is no limit.
 */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perSecond: number;
  readonly #clock: () => number;

  constructor(perSecond: number, clock: () => number) {
    this.#perSecond = perSecond;
    this.#clock = clock;
  }

  take(scope: string): boolean {
    if (this.#perSecond === 0) return true;
    const now = this.#clock();
    const bucket = this.#buckets.get(scope) ?? { tokens: burst, filled: now };
    this.#buckets.set(scope, bucket);
    bucket.tokens = Math.min(
      burst,
      bucket.tokens + ((now - bucket.filled) / 1000) * this.#perSecond,
    );
    bucket.filled = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
