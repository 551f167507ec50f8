import { type EpochSecond, secondOf } from '@trailglass/record';
import type { Spans } from '../archive/coverage.ts';
import type { Target } from '../search/search.types.ts';
import type { ScopeParts, Slice } from './keeping.types.ts';
import { readSpan } from './read-span.ts';
import { dueReread, firstTimes, rereadAt, type Reread, type RereadTimes } from './rereads.ts';
import { SLICE_PAGES } from './walk.ts';

/** What outlives the server. */
export interface Memory {
  readonly times: RereadTimes | undefined;
  /** Resolves when it is on disk. */
  readonly remember: (times: RereadTimes) => Promise<void>;
}

/** One scope's re-reads for late events, each counted when it has come to its end. */
export class Rereading {
  #times: RereadTimes | undefined;
  #current: { readonly kind: Reread['kind']; readonly at: EpochSecond; left: Spans } | undefined;

  constructor(
    private readonly target: Target,
    private readonly parts: ScopeParts,
    private readonly memory: Memory,
  ) {
    this.#times = memory.times;
  }

  /** Reading begins, unless it has long begun. */
  async begin(): Promise<void> {
    if (this.#times !== undefined) return;
    await this.#remember(firstTimes(this.#now()));
  }

  get isDue(): boolean {
    const now = this.#now();
    const due = this.#times && dueReread(this.#times, now);
    if (due !== undefined) this.#current ??= { kind: due.kind, at: now, left: due.spans };
    return this.#current !== undefined;
  }

  /** Goes on with what is due, as far as one turn goes. */
  async slice({ onPage, ...slice }: Slice): Promise<void> {
    const current = this.#current;
    if (current === undefined || this.#times === undefined) return;
    const { target, parts } = this;
    const { archive, source: aws, now } = parts;
    let pages = 0;
    while (current.left[0] !== undefined) {
      const [span, ...rest] = current.left;
      const reading = { ...slice, target, span };
      for await (const { reached, last } of readSpan(reading, { archive, aws, now })) {
        onPage();
        current.left = last ? rest : [{ ...span, to: reached }, ...rest];
        pages += 1;
        if (pages >= SLICE_PAGES && current.left.length > 0) return;
      }
    }
    await this.#remember(rereadAt(this.#times, current.kind, current.at));
    this.#current = undefined;
  }

  async #remember(times: RereadTimes): Promise<void> {
    await this.memory.remember(times);
    this.#times = times;
  }

  #now(): EpochSecond {
    return secondOf(this.parts.now());
  }
}
