import { setTimeout as sleep } from 'node:timers/promises';
import { problem, type KeptScope, type Problem } from '@trailglass/api';
import type { Scope } from '@trailglass/record';
import type { FollowState } from '../follow/follow.types.ts';
import type { Target } from '../search/search.types.ts';
import type { ScopeParts, Slice } from './keeping.types.ts';
import { knownScope } from './known-scope.ts';
import { problemIn } from './problems.ts';
import { type Memory, Rereading } from './rereading.ts';
import { Walk } from './walk.ts';

type Shown = Pick<KeptScope, 'state' | 'etaMs' | 'problem'>;

/** Between two looks whether AWS has answered somebody else meanwhile. */
const GLANCE_MS = 1_000;

/** Keeps one scope read: back through the 90 days, then what is new, and again what may have come late. */
export class ScopeKeeper {
  readonly #walk: Walk;
  readonly #rereading: Rereading;
  #state: 'waiting' | 'reading' | 'following' | 'failed' = 'waiting';
  #problem: Problem | undefined;
  #failures = 0;
  #followed: FollowState | undefined;
  #unfollow: (() => void) | undefined;

  constructor(
    private readonly target: Target,
    private readonly parts: ScopeParts,
    memory: Memory,
  ) {
    this.#walk = new Walk(target, parts);
    this.#rereading = new Rereading(target, parts, memory);
  }

  get shown(): Shown {
    if (this.#state === 'following' && this.#followed?.state === 'failed')
      return shown('failed', this.#followed.problem);
    const etaMs = this.#state === 'reading' ? this.#walk.etaMs : undefined;
    return { ...shown(this.#state, this.#problem), ...(etaMs === undefined ? {} : { etaMs }) };
  }

  /** Resolves when the signal has aborted, never before. Failures are shown, and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#step(signal);
      } catch (error) {
        if (!signal.aborted) await this.#failed(error, signal);
      }
    }
    this.#unfollow?.();
  }

  async #step(signal: AbortSignal): Promise<void> {
    const scope = await knownScope(this.target, signal);
    const following = this.#unfollow !== undefined;
    const spans = await this.#walk.plan(scope, following);
    if (spans.length > 0) {
      await this.#rereading.begin();
      this.#walk.begin(spans);
      return this.parts.turns.take(() => {
        this.#state = 'reading';
        return this.#walk.slice(spans, following, this.#slice(scope, signal));
      }, signal);
    }
    this.#walk.stop();
    this.#follow();
    if (!this.#rereading.isDue) return sleep(this.parts.checkMs, undefined, { signal });
    return this.parts.turns.take(() => this.#rereading.slice(this.#slice(scope, signal)), signal);
  }

  #slice(scope: Scope, signal: AbortSignal): Slice {
    return {
      scope,
      signal,
      onPage: () => {
        this.#problem = undefined;
        this.#failures = 0;
      },
      onWaiting: (found) => {
        this.#problem = found;
      },
    };
  }

  #follow(): void {
    this.#state = 'following';
    this.#problem = undefined;
    this.#unfollow ??= this.parts.followers.follow(this.target, {
      onState: (state) => {
        this.#followed = state;
      },
    });
  }

  /** Resolves when it may be tried again: after a pause that grows, or when AWS has answered somebody else. */
  async #failed(thrown: unknown, signal: AbortSignal): Promise<void> {
    const { label, account, region } = this.target;
    const { log, retryMs, source } = this.parts;
    const found = problemIn(thrown, this.target);
    if (found === undefined)
      log.error({ err: thrown, ...label }, 'background reading ended by a mistake');
    this.#walk.stop();
    this.#failures += 1;
    const pauseMs = retryMs(this.#failures);
    const what =
      found ?? problem('internal', `Reading ${label.account} in ${label.region} failed.`);
    this.#problem = { ...what, retryAfterMs: pauseMs };
    // That AWS is busy is no failure: it goes on, later.
    this.#state = what.type === 'throttled' ? 'reading' : 'failed';
    // Credentials are the whole account's.
    const answeredAt = () =>
      what.type.startsWith('credentials-')
        ? account.answeredAt
        : source.answeredAt(account.id, region);
    const before = answeredAt();
    const end = performance.now() + pauseMs;
    while (!signal.aborted && performance.now() < end) {
      const wait = Math.min(GLANCE_MS, end - performance.now());
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (answeredAt() !== before) return;
    }
  }
}

const shown = (state: Shown['state'], found: Problem | undefined): Shown => ({
  state,
  ...(found === undefined ? {} : { problem: found }),
});
