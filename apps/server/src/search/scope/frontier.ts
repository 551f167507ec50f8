import type { EpochMs } from '@trailglass/record';
import type { Newest } from './newest.ts';

interface Front<K> {
  readonly key: K;
  at: EpochMs;
  readonly stop: AbortController;
  release: () => void;
  /** Others wait while it stands above them. */
  readonly waitedFor: boolean;
}

/** One for all: an error of one's own for each scope of each page takes longer than reading it. */
const useless = new Error('Nothing more is wanted of this scope.');

function stop({ stop, release }: Front<unknown>): void {
  if (!stop.signal.aborted) stop.abort(useless);
  release();
}

/**
 * How far each scope of a search has been read, against each other. All that stand equally far read at once. One that
 * is ahead, because an earlier part of the search went further there, waits for the others: what it
 * would find is older than what they still hold. One that can add no row any more is stopped where it is.
 */
export class Frontier<K> {
  readonly #fronts = new Map<K, Front<K>>();

  /** @param signal ends all of them */
  constructor(
    private readonly newest: Newest,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /**
   * @param waitedFor false for one that may never get further: nobody is to wait for it
   * @returns a signal that aborts when the scope has become useless, or the search has ended
   */
  enter(key: K, at: EpochMs, waitedFor: boolean): AbortSignal {
    const stop = new AbortController();
    const front: Front<K> = { key, at, stop, release: () => {}, waitedFor };
    this.#fronts.set(key, front);
    if (this.signal.aborted) this.#end();
    return front.stop.signal;
  }

  moved(key: K, at: EpochMs): void {
    const front = this.#fronts.get(key);
    if (front !== undefined) front.at = at;
    this.#settle();
  }

  left(key: K): void {
    this.#fronts.delete(key);
    this.#settle();
  }

  /** Resolves when no other scope is still reading newer events than this one will. */
  async turn(key: K): Promise<void> {
    const front = this.#fronts.get(key);
    if (front === undefined || front.stop.signal.aborted || !this.#isAhead(front)) return;
    await new Promise<void>((resolve) => {
      front.release = resolve;
    });
  }

  #settle(): void {
    const closedAt = this.newest.closedAt;
    for (const front of this.#fronts.values()) {
      if (closedAt !== undefined && closedAt >= front.at) stop(front);
      else if (!this.#isAhead(front)) front.release();
    }
  }

  #end(): void {
    for (const front of this.#fronts.values()) stop(front);
  }

  #isAhead(front: Front<K>): boolean {
    for (const other of this.#fronts.values())
      if (other.waitedFor && other.at > front.at) return true;
    return false;
  }
}
