import type { Failure } from '../aws/failure.ts';
import { backoffMs, type BackoffLimits } from './backoff.ts';

/** Straight failures after which a scan gives up until somebody asks again. */
const MAX_RETRIES = 5;
/** An answer that is none comes from something in between, which seldom goes away by itself. */
const MAX_INVALID = 3;
/** A throttle is no failure of ours: it ends when others stop reading, so it is waited for longer. */
const MAX_THROTTLES = 12;

export type Decision =
  | { readonly kind: 'give-up' }
  | { readonly kind: 'again' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'wait'; readonly ms: number };

/** What to do about one failure after another; a success forgets them all. */
export class Retries {
  #failures = 0;
  #throttles = 0;
  #once = new Set<Failure['remedy']>();

  constructor(private readonly limits: BackoffLimits) {}

  succeeded(): void {
    this.#failures = 0;
    this.#throttles = 0;
    this.#once.clear();
  }

  /** @param hopeless calls have been failing there for everybody, so one try was enough */
  decide(failure: Failure, hopeless = false): Decision {
    switch (failure.remedy) {
      case 'slow-down':
        this.#throttles += 1;
        return this.#throttles > MAX_THROTTLES
          ? { kind: 'give-up' }
          : this.#wait(this.#throttles, failure);
      case 'retry': {
        this.#failures += 1;
        const most = failure.type === 'upstream-invalid' ? MAX_INVALID : MAX_RETRIES;
        return hopeless || this.#failures > most
          ? { kind: 'give-up' }
          : this.#wait(this.#failures, failure);
      }
      case 'new-token':
        return { kind: 'restart' };
      case 'new-credentials':
      case 'again':
        return this.#firstTime(failure, { kind: 'again' });
      case 'none':
        return { kind: 'give-up' };
    }
  }

  #wait(times: number, { retryAfterMs }: Failure): Decision {
    return { kind: 'wait', ms: backoffMs(times, retryAfterMs, this.limits) };
  }
  #firstTime({ remedy }: Failure, decision: Decision): Decision {
    if (this.#once.has(remedy)) return { kind: 'give-up' };
    this.#once.add(remedy);
    return decision;
  }
}
