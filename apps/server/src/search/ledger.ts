import type { ScopeProgress } from '@trailglass/api';
import { printTime, type EpochMs } from '@trailglass/record';
import { etaMs } from './eta.ts';
import type { Position } from './position.ts';
import type { Step } from './scope-reader.ts';
import type { Target } from './search.types.ts';

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
    if (position === 'done') this.#complete();
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
        this.state = step.problem.type === 'throttled' ? 'throttled' : 'reading';
        return;
      case 'complete':
        this.#complete();
        return;
      case 'early':
      case 'told':
        return;
      case 'paused':
      case 'failed':
        this.state = step.kind;
    }
  }

  progress(): ScopeProgress {
    const eta = this.#eta();
    return {
      ...this.target.label,
      state: this.state,
      ...(this.#readTo === undefined ? {} : { readTo: printTime(this.#readTo) }),
      events: this.#events,
      requests: this.#requests,
      ...(eta === undefined ? {} : { etaMs: eta }),
    };
  }

  #complete(): void {
    this.state = 'complete';
    this.position = 'done';
    this.#readTo = this.from;
  }

  #eta(): number | undefined {
    if (this.state !== 'reading' && this.state !== 'throttled') return undefined;
    if (this.#toLookUpMs === undefined || this.#requests === 0) return undefined;
    return etaMs({
      elapsedMs: performance.now() - this.#started,
      doneMs: this.#lookedUpMs,
      leftMs: this.#toLookUpMs,
    });
  }
}
