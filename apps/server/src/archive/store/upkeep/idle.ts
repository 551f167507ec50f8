import { setTimeout as sleep } from 'node:timers/promises';

/** Knows when nobody asks for anything, and ends what was begun for such a moment when somebody does. */
export class Idle {
  #asking = 0;
  #quietSince = performance.now();
  #moment: AbortController | undefined;

  /** Somebody asks, until the returned function is called. */
  enter(): () => void {
    this.#asking += 1;
    this.#moment?.abort(new Error('Somebody asks.'));
    return () => {
      this.#asking -= 1;
      this.#quietSince = performance.now();
    };
  }

  /** Milliseconds since somebody was last answered; 0 while somebody waits. */
  get quietMs(): number {
    return this.#asking > 0 ? 0 : performance.now() - this.#quietSince;
  }

  /** Whether it has become quiet for so long before that much time is over. */
  async quietFor(ms: number, patienceMs: number): Promise<boolean> {
    const end = performance.now() + patienceMs;
    while (this.quietMs < ms) {
      if (performance.now() > end) return false;
      await sleep(Math.max(10, ms - this.quietMs));
    }
    return true;
  }

  /** Runs work that is to end when its signal aborts: when somebody asks. One at a time. */
  async use<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const moment = new AbortController();
    this.#moment = moment;
    if (this.#asking > 0) moment.abort(new Error('Somebody asks.'));
    try {
      return await work(moment.signal);
    } finally {
      this.#moment = undefined;
    }
  }
}
