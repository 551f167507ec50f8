import { setTimeout as sleep } from 'node:timers/promises';
import { problem, ProblemError } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { Listed } from '../archive/stored-event.ts';
import type { Priority } from '../lookup/pace.ts';
import type { Target } from '../search/search.types.ts';
import type { FollowListener, FollowParts, FollowState } from './follow.types.ts';
import { Rounds } from './rounds.ts';
import { retryAfter, rhythm as usual, sweepRestMs, tailRestMs, type Rhythm } from './rhythm.ts';

/**
 * The newest events of one scope, looked up for as long as somebody listens. Two rounds run beside each other: the tail
 * every few seconds for what has just come, and the sweep, behind everybody else, through the whole time in which late
 * events may still turn up.
 */
export class Follower {
  readonly #rounds: Rounds;
  readonly #rhythm: Rhythm;
  readonly #listeners = new Set<FollowListener>();
  #state: FollowState = { state: 'waiting', since: 0 };
  #running: AbortController | undefined;
  /** Looks at what has just come that found nothing, in a row. */
  #quiet = 0;
  /** Ends a pause, after a look or a failure. */
  #wake: () => void = () => {};
  #joined = 0;
  /** On the monotonic clock. */
  #sweepDue = -Infinity;
  #sweeping = false;

  constructor(
    private readonly target: Target,
    private readonly parts: FollowParts,
  ) {
    this.#rhythm = parts.rhythm ?? usual;
    this.#rounds = new Rounds(target, parts, {
      events: (events) => this.#tell(events),
      waiting: (problem) => this.#become({ state: 'waiting', problem }),
      answered: (asOf) => this.#answered(asOf),
    });
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }
  /** How often somebody has joined. */
  get joined(): number {
    return this.#joined;
  }

  join(listener: FollowListener): () => void {
    this.#joined += 1;
    this.#listeners.add(listener);
    if (this.#running === undefined) this.#start();
    else if (listener.eager) this.#wake();
    listener.onState?.(this.#state);
    for (const events of this.#rounds.lately()) listener.onEvents?.(events);
    return () => {
      this.#listeners.delete(listener);
      if (this.isIdle) this.#stop();
    };
  }

  close(): void {
    this.#listeners.clear();
    this.#stop();
  }

  #start(): void {
    const running = new AbortController();
    this.#running = running;
    this.#state = this.#next({ state: 'waiting' });
    const { signal } = running;
    this.#run(signal).catch((error: unknown) => {
      if (signal.aborted) return;
      const { label } = this.target;
      this.parts.log.error({ err: error, ...label }, 'following a scope ended by a mistake');
      const where = `Following ${label.account} in ${label.region} failed.`;
      this.#become({ state: 'failed', problem: problem('internal', where, label) });
    });
  }

  #stop(): void {
    this.#running?.abort(new Error('Nobody follows any more'));
    this.#running = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (;;) {
      try {
        this.#quiet += 1;
        await this.#rounds.tail(this.#priority, signal);
        failures = 0;
        this.#sweepIfDue(signal);
        const quiet = this.#priority === 'background' ? this.#quiet : 0;
        await this.#pause(tailRestMs(quiet, this.#rhythm), signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ProblemError)) throw error;
        failures += 1;
        const retryAfterMs = retryAfter(failures, this.#rhythm);
        this.#become({ state: 'failed', problem: { ...error.problem, retryAfterMs } });
        await this.#pause(retryAfterMs, signal);
      }
    }
  }

  /** Only behind a tail that went well: where that fails, the sweep would fail too. */
  #sweepIfDue(signal: AbortSignal): void {
    const now = this.#rounds.isWhole ? performance.now() : Infinity;
    if (!this.#sweeping && now >= this.#sweepDue) void this.#sweep(signal);
  }
  async #sweep(signal: AbortSignal): Promise<void> {
    const started = performance.now();
    this.#sweeping = true;
    try {
      await this.#rounds.sweep(this.#rounds.isWhole ? 'background' : this.#priority, signal);
      this.#answered(this.#state.answeredAt);
    } catch (error) {
      if (!signal.aborted)
        this.parts.log.warn(
          { err: error, ...this.target.label },
          'late events were not looked for',
        );
    }
    const ended = performance.now();
    this.#sweeping = false;
    this.#sweepDue = signal.aborted ? ended : ended + sweepRestMs(ended - started, this.#rhythm);
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    await sleep(ms, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() =>
      signal.throwIfAborted(),
    );
    this.#wake = () => {};
  }

  get #priority(): Priority {
    return [...this.#listeners].some((listener) => listener.eager) ? 'interactive' : 'background';
  }

  #answered(asOf: EpochMs | undefined): void {
    const state = this.#rounds.isWhole ? 'following' : 'waiting';
    this.#become({ state, ...(asOf === undefined ? {} : { answeredAt: asOf }) });
  }

  #tell(events: readonly Listed[]): void {
    this.#quiet = 0;
    for (const listener of this.#listeners) listener.onEvents?.(events);
  }

  #become(next: Omit<FollowState, 'since'>): void {
    this.#state = this.#next(next);
    for (const listener of this.#listeners) listener.onState?.(this.#state);
  }
  #next(next: Omit<FollowState, 'since'>): FollowState {
    const { answeredAt } = this.#state;
    const since = performance.now();
    return { ...(answeredAt === undefined ? {} : { answeredAt }), ...next, since };
  }
}
