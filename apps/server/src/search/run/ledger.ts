import type { ScopeProgress } from '@trailglass/api';
import { printTime, type EpochMs } from '@trailglass/record';
import { etaMs } from './eta.ts';
import { endOf, hasEnded, type Position } from '../cursor/position.ts';
import type { Step } from '../scope/scope-reading.types.ts';
import type { Target } from '../search.types.ts';

/** Calls after which the pace of a scope can be told: the newest hours say little about the rest. */
const FEW = 4;

/** One scope's account in the search: what has been handed to the consumer, and nothing that has not. */
export class Entry {
  state: ScopeProgress['state'] = 'waiting';
  #events = 0;
  #requests = 0;
  #readTo: EpochMs | undefined;
  /** Of the window, in event time: looked up in this search, and still to be. What is in the archive takes no time. */
  #lookedUpMs = 0;
  #toLookUpMs: number | undefined;
  #started = performance.now();

  constructor(
    readonly target: Target,
    private readonly from: EpochMs,
    private readonly to: EpochMs,
    public position: Position,
  ) {
    if (hasEnded(position)) this.#end();
    else if (position.at < to) this.#readTo = position.at;
  }

  start(): void {
    this.#started = performance.now();
    if (this.state === 'waiting') this.state = 'reading';
  }

  apply(step: Step): void {
    switch (step.kind) {
      case 'page':
        this.state = 'reading';
        this.#events += step.read;
        this.#requests += step.calls;
        if (step.calls > 0) this.#lookedUpMs += (this.#readTo ?? this.to) - step.resume.at;
        this.#toLookUpMs = step.toLookUpMs ?? step.resume.at - this.from;
        this.#readTo = step.resume.at;
        this.position = step.resume;
        return;
      case 'waiting':
        // Nothing is read until it tries again: what was told of it still holds.
        this.state = step.problem.type === 'throttled' ? 'throttled' : 'waiting';
        return;
      case 'complete':
        this.position = endOf(step.unread);
        this.#end();
        return;
      case 'early':
      case 'told':
        return;
      case 'failed':
        this.position = step.resume;
        this.state = 'failed';
        return;
      case 'paused':
        this.state = 'paused';
    }
  }

  progress(): ScopeProgress {
    const eta = this.#eta();
    const wholeTo = this.#wholeTo;
    return {
      ...this.target.label,
      state: this.state,
      ...(wholeTo === undefined ? {} : { readTo: printTime(wholeTo) }),
      ...(this.state === 'failed' ? this.#sinceFailed() : {}),
      events: this.#events,
      requests: this.#requests,
      ...(eta === undefined ? {} : { etaMs: eta }),
    };
  }

  #end(): void {
    this.state = this.position === 'done' ? 'complete' : 'partial';
    this.#readTo = this.from;
  }

  /** Down to where everything was read, whatever was read below something that is missing. */
  get #wholeTo(): EpochMs | undefined {
    const { position } = this;
    if (position === 'done') return this.#readTo;
    const unread = 'partial' in position ? position.partial : position.unread;
    return unread === undefined || this.#readTo === undefined || this.#readTo > unread
      ? this.#readTo
      : unread;
  }

  #sinceFailed(): Pick<ScopeProgress, 'known' | 'answeredAt'> {
    const { position } = this;
    const { answeredAt } = this.target.account;
    return {
      known: hasEnded(position) || position.known === 'all' ? 'all' : 'more',
      ...(answeredAt === undefined ? {} : { answeredAt: printTime(answeredAt) }),
    };
  }

  #eta(): number | undefined {
    if (this.state !== 'reading' && this.state !== 'throttled') return undefined;
    if (this.#toLookUpMs === undefined || this.#requests < FEW) return undefined;
    return etaMs({
      elapsedMs: performance.now() - this.#started,
      doneMs: this.#lookedUpMs,
      leftMs: this.#toLookUpMs,
    });
  }
}
