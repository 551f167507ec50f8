import type { Frame } from '@trailglass/api';
import { printFilter } from '@trailglass/query';
import type { SearchRequest } from './search.types.ts';

/** Whoever asks later than this reads for themselves: what a search found in the beginning is old by then. */
const JOIN_MS = 250;
/** One for all: what an error costs is where it was made. */
const left = new Error('Nobody reads this search any more.');

interface Reader {
  /** What has come and was not taken yet. */
  readonly waiting: Frame[];
}

/**
 * The same search, asked by several in the same moment, as by everybody who opens one link, is read once. Each gets all
 * of its frames, at a pace of their own; it ends when the last of them has left.
 */
export class SharedSearches {
  readonly #young = new Map<string, SharedSearch>();

  /** Throws what `begin` throws. @param key the same for what is the same search; undefined for one that is not shared */
  ask(
    key: string | undefined,
    begin: (signal: AbortSignal) => AsyncIterable<Frame>,
    signal: AbortSignal,
  ): AsyncIterable<Frame> {
    const young = key === undefined ? undefined : this.#young.get(key);
    if (young?.isYoung) return young.read(signal);
    const search = new SharedSearch(begin);
    if (key !== undefined) {
      this.#young.set(key, search);
      const forget = (): void => {
        if (this.#young.get(key) === search) this.#young.delete(key);
      };
      setTimeout(forget, JOIN_MS).unref();
    }
    return search.read(signal);
  }
}

class SharedSearch {
  readonly #begun = performance.now();
  readonly #leave = new AbortController();
  readonly #frames: AsyncIterator<Frame>;
  readonly #readers = new Set<Reader>();
  /** For those who may still join. */
  #sofar: Frame[] = [];
  #coming: Promise<boolean> | undefined;

  constructor(begin: (signal: AbortSignal) => AsyncIterable<Frame>) {
    this.#frames = begin(this.#leave.signal)[Symbol.asyncIterator]();
  }

  get isYoung(): boolean {
    return !this.#leave.signal.aborted && performance.now() - this.#begun < JOIN_MS;
  }

  /** All of its frames; ends without the others when `signal` aborts. */
  read(signal: AbortSignal): AsyncIterable<Frame> {
    const reader: Reader = { waiting: [...this.#sofar] };
    this.#readers.add(reader);
    return this.#read(reader, signal);
  }

  async *#read(reader: Reader, signal: AbortSignal): AsyncGenerator<Frame> {
    let leave = (): void => undefined;
    const gone = new Promise<false>((resolve) => {
      leave = () => resolve(false);
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
      while (!signal.aborted) {
        const frame = reader.waiting.shift();
        if (frame !== undefined) yield frame;
        else if (!(await Promise.race([this.#next(), gone]))) return;
      }
    } finally {
      signal.removeEventListener('abort', leave);
      this.#readers.delete(reader);
      if (this.#readers.size === 0) this.#end();
    }
  }

  #end(): void {
    this.#leave.abort(left);
    // It may stand where it gave its last frame, and would stay there.
    const over = this.#frames.return?.();
    over?.catch(() => undefined);
  }

  /** Resolves when every reader has one frame more; false when there are no more, for good. */
  #next(): Promise<boolean> {
    this.#coming ??= this.#take();
    return this.#coming;
  }

  async #take(): Promise<boolean> {
    const { value: frame, done } = await this.#frames.next();
    // What ended or failed stays so: whoever comes to it later hears the same.
    if (done) return false;
    this.#coming = undefined;
    for (const { waiting } of this.#readers) waiting.push(frame);
    this.#sofar = this.isYoung ? [...this.#sofar, frame] : [];
    return true;
  }
}

/**
 * @param unbroken see Archive: a search from before something was deleted is another one
 * @returns undefined while something is being deleted
 */
export const searchKey = (
  { filter, from, to, scopes, limit, cursor, columns }: SearchRequest,
  unbroken: number | undefined,
): string | undefined =>
  unbroken === undefined
    ? undefined
    : JSON.stringify([printFilter(filter), from, to, scopes, limit, cursor, columns, unbroken]);
