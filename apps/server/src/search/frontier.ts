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

/**
 * How far each scope of a search has been read, against each other. All that stand equally far read at once. One that
 * is ahead, because an earlier part of the search went further there, waits for the others: what it
 * would find is older than what they still hold. One that can add no row any more is stopped where it is.
 */
export class Frontier<K> {
  readonly #fronts = new Map<K, Front<K>>();

  constructor(private readonly newest: Newest) {}

  /**
   * @param waitedFor false for one that may never get further: nobody is to wait for it
   * @returns a signal that aborts when the scope has become useless
   */
  enter(key: K, at: EpochMs, waitedFor: boolean): AbortSignal {
    const stop = new AbortController();
    const front: Front<K> = { key, at, stop, release: () => {}, waitedFor };
    this.#fronts.set(key, front);
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
  async turn(key: K, signal: AbortSignal): Promise<void> {
    const front = this.#fronts.get(key);
    if (front === undefined || !this.#isAhead(front)) return;
    await new Promise<void>((resolve) => {
      front.release = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #settle(): void {
    const closedAt = this.newest.closedAt;
    for (const front of this.#fronts.values()) {
      if (closedAt !== undefined && closedAt >= front.at) front.stop.abort();
      if (!this.#isAhead(front)) front.release();
    }
  }

  #isAhead(front: Front<K>): boolean {
    for (const other of this.#fronts.values())
      if (other.waitedFor && other.at > front.at) return true;
    return false;
  }
}
