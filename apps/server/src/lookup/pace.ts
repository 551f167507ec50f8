import { orAborted } from '../waiting/until-aborted.ts';

/** What CloudTrail allows for one account in one Region, shared with everybody else who reads there. */
const QUOTA_PER_S = 2;
/** How quick an answer can be is known after a few, and forgotten after many. */
const FEW = 6;
const MANY = 64;
const WINDOW_MS = 1000;
/** Kept free of every window, for what timers do, and for the quickest answer that was not as quick as one can be. */
const MARGIN_MS = 10;
/**
 * A call slower than the quickest may have arrived up to this much after it was sent. Slow answers are mostly AWS's
 * own time, so that to count all of it as the way there would leave turns unused: with this, one in twenty at most.
 */
const LATE_MS = 40;
/** An endpoint on this machine starves with it: what is busy here may hold a call back for as long as it took. */
const LATE_HERE_MS = WINDOW_MS;
const SLOWEST_PER_S = 0.2;
/** Calls a second that each success gives back after a throttle: from the slowest to full in about 25 s. */
const RECOVERY_PER_S = 0.1;
/** Somebody who has just asked is likely to ask again: for so long, background calls take every second turn only. */
const ATTENDED_MS = 3_000;

export type Priority = 'interactive' | 'background';

/** A turn to make one call; tell it when the call has gone out, when its answer begins and when it was read. */
export interface Turn {
  sent(): void;
  answered(): void;
  done(outcome: 'answered' | 'throttled' | 'failed'): void;
}

interface Call {
  sent: number;
  /** By then it had arrived, whatever held it back. */
  answered: number | undefined;
}
export interface PaceOptions {
  /** Calls a second; another than AWS's for an endpoint of one's own. */
  readonly quota?: number | undefined;
  /** The endpoint runs on this machine. */
  readonly here?: boolean | undefined;
}
interface Waiter {
  readonly priority: Priority;
  readonly go: (turn: Turn) => void;
}

/**
 * The pace of calls to one account in one Region: never more than two in any second as AWS sees them arrive,
 * and no slower than that while somebody waits. All times on the monotonic clock: a changed wall clock means nothing.
 */
export class Pace {
  readonly #waiters: Waiter[] = [];
  /** The last calls, oldest first: as many as may share a second. */
  #calls: Call[] = [];
  #latencies: number[] = [];
  #rate: number;
  readonly #quota: number;
  readonly #lateMs: number;
  #blockedUntil = -Infinity;
  #attendedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor({ quota = QUOTA_PER_S, here = false }: PaceOptions = {}) {
    this.#quota = quota;
    this.#rate = quota;
    this.#lateMs = here ? LATE_HERE_MS : LATE_MS;
  }

  /** Resolves when a call may go out; rejects at once, and leaves the queue, when `signal` aborts. */
  turn(priority: Priority, signal: AbortSignal): Promise<Turn> {
    return orAborted(signal, (go) => {
      const waiter: Waiter = { priority, go };
      // Interactive before background, each in the order of arrival.
      const behind = this.#waiters.findIndex(
        (other) => priority === 'interactive' && other.priority === 'background',
      );
      this.#waiters.splice(behind < 0 ? this.#waiters.length : behind, 0, waiter);
      this.#schedule();
      return () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        this.#schedule();
      };
    });
  }

  /** No call for so long, because AWS asked for it or because calls keep failing. */
  pause(ms: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, performance.now() + ms);
    this.#schedule();
  }

  /** Milliseconds until the next call may go out. */
  get waitMs(): number {
    return this.#waitOf('interactive');
  }
  get perSecond(): number {
    return this.#rate;
  }
  get waiting(): number {
    return this.#waiters.length;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (let first = this.#waiters[0]; first !== undefined; first = this.#waiters[0]) {
      const wait = this.#waitOf(first.priority);
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#schedule(), Math.ceil(wait));
        return;
      }
      this.#waiters.shift();
      if (first.priority === 'interactive') this.#attendedAt = performance.now();
      first.go(this.#begin());
    }
  }

  #begin(): Turn {
    const call: Call = { sent: performance.now(), answered: undefined };
    this.#calls = [...this.#calls.slice(1 - this.#quota), call];
    return {
      sent: () => {
        call.sent = performance.now();
        // Those which had to connect first may have been overtaken.
        const others = this.#calls.filter((other) => other !== call);
        this.#calls = [...others, call].slice(-this.#quota);
      },
      answered: () => {
        call.answered = performance.now();
        this.#latencies = [...this.#latencies.slice(1 - MANY), call.answered - call.sent];
        this.#schedule();
      },
      done: (outcome) => {
        call.answered ??= performance.now();
        if (outcome === 'throttled') this.#rate = Math.max(SLOWEST_PER_S, this.#rate / 2);
        if (outcome === 'answered') this.#rate = Math.min(this.#quota, this.#rate + RECOVERY_PER_S);
        this.#schedule();
      },
    };
  }

  #waitOf(priority: Priority): number {
    const next = priority === 'interactive' ? this.#next() : this.#nextInBackground();
    return Math.max(0, next - performance.now());
  }

  /** Evenly spaced, so that whoever comes between two of these calls is never a whole second from the next turn. */
  #nextInBackground(): number {
    const last = this.#calls.at(-1)?.sent ?? -Infinity;
    const attended = performance.now() - this.#attendedAt < ATTENDED_MS;
    return Math.max(this.#next(), last + ((attended ? 2 : 1) * WINDOW_MS) / this.#rate);
  }

  /** The earliest moment for the next call. */
  #next(): number {
    const full = this.#rate >= this.#quota;
    // Slowed down, calls are spaced evenly; at full pace two may follow each other, then the second is awaited.
    const before = this.#calls.at(full ? -this.#quota : -1);
    if (before === undefined) return this.#blockedUntil;
    const gap = full ? WINDOW_MS : WINDOW_MS / this.#rate;
    return Math.max(this.#blockedUntil, this.#arrival(before) + gap + MARGIN_MS);
  }

  /**
   * The latest that a call can have reached AWS, judged by how much slower it was than the quickest of late. While
   * there are few to judge by, or no answer yet, it may have arrived this moment.
   */
  #arrival({ sent, answered = performance.now() }: Call): number {
    const quickest = this.#latencies.length < FEW ? 0 : Math.min(...this.#latencies);
    return sent + Math.min(this.#lateMs, Math.max(0, answered - sent - quickest));
  }
}
