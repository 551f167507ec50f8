import type { Novelty } from '@trailglass/api';
import type { EventAddress } from '../../address/page-state.ts';
import { eventKey } from '../../event/event-key.ts';

/** An event that can be asked about: its time is known. */
export type Timed = EventAddress & { readonly time: string };

interface Options {
  /** Answers in the order of the events. */
  readonly ask: (events: readonly Timed[]) => Promise<readonly Novelty[]>;
  readonly most: number;
  /** Milliseconds for which the rows in view must have been the same. */
  readonly stillMs: number;
  /** Milliseconds after which one that had no marks is asked about again, as more may have been read. */
  readonly againMs: number;
}
interface Known {
  readonly novelty: Novelty;
  readonly at: number;
}

/** Answers kept; more than anybody scrolls through. */
const KEPT = 5_000;
const FAILED_MS = 30_000;

/** What is new in the events that are on the screen: asked in batches once they stand still, and kept. */
export class NoveltyAsker {
  readonly #known = new Map<string, Known>();
  readonly #wanted = new Map<string, { readonly event: Timed; times: number }>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;
  #asking = false;

  constructor(private readonly options: Options) {}

  /** What is known of an event; the same object until that changes. */
  of(event: EventAddress): Novelty | undefined {
    return this.#known.get(eventKey(event))?.novelty;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The event is on the screen until the function that this gives is called. */
  want(event: Timed): () => void {
    const key = eventKey(event);
    const there = this.#wanted.get(key) ?? { event, times: 0 };
    there.times += 1;
    this.#wanted.set(key, there);
    this.#soon(this.options.stillMs);
    return () => {
      there.times -= 1;
      if (there.times === 0) this.#wanted.delete(key);
    };
  }

  /** While paused nothing is asked; afterwards all that had no marks is asked about again. */
  pause(paused: boolean): void {
    if (this.#paused && !paused)
      for (const [key, { novelty }] of this.#known)
        if (novelty.marks.length === 0) this.#known.delete(key);
    this.#paused = paused;
    if (!paused) this.#soon(this.options.stillMs);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  #open(): readonly Timed[] {
    const old = Date.now() - this.options.againMs;
    const isOpen = ([key]: readonly [string, unknown]): boolean => {
      const known = this.#known.get(key);
      return known === undefined || (known.novelty.marks.length === 0 && known.at <= old);
    };
    return [...this.#wanted].filter(isOpen).map(([, { event }]) => event);
  }

  readonly #unmarked = (): boolean =>
    [...this.#wanted.keys()].some((key) => this.#known.get(key)?.novelty.marks.length === 0);

  async #ask(): Promise<void> {
    if (this.#paused || this.#asking) return;
    const events = this.#open().slice(0, this.options.most);
    const pause = events.length === 0 ? this.options.stillMs : await this.#askAbout(events);
    if (this.#open().length > 0) this.#soon(pause);
    // Nothing may move on the screen while more is being read.
    else if (this.#unmarked()) this.#soon(this.options.againMs);
  }

  /** @returns milliseconds until the next may be asked about */
  async #askAbout(events: readonly Timed[]): Promise<number> {
    this.#asking = true;
    try {
      const answers = await this.options.ask(events);
      const at = Date.now();
      for (const [n, event] of events.entries())
        this.#known.set(eventKey(event), { novelty: answers[n] ?? { marks: [] }, at });
      for (const oldest of this.#known.keys()) {
        if (this.#known.size <= KEPT) break;
        this.#known.delete(oldest);
      }
      for (const listener of this.#listeners) listener();
      return this.options.stillMs;
    } catch {
      // A list without marks is whole; what is wrong with the archive is told where it matters.
      return FAILED_MS;
    } finally {
      this.#asking = false;
    }
  }
}
