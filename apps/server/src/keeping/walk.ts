import { earliest, moved, type Scope, secondOf } from '@trailglass/record';
import { union, within, type Span, type Spans } from '../archive/coverage.ts';
import { etaMs } from '../search/run/eta.ts';
import type { Target } from '../search/search.types.ts';
import type { ScopeParts, Slice } from './keeping.types.ts';
import { ledgerView } from './ledger-view.ts';
import { missing, nextBelow, secondsIn, settledTo } from './missing.ts';
import { readSpan } from './read-span.ts';

/** Following reads what is younger than this again by itself; what is older and missing it has left out. */
const FOLLOWED_S = 30 * 60;
/** Pages until others have their turn. */
export const SLICE_PAGES = 20;

/** One scope's way back through the 90 days: only what the archive's ledger does not have. */
export class Walk {
  /** Read to its end, and still not believed: an event in it cannot be read. */
  #aside: Spans = [];
  #begun: { readonly at: number; readonly left: number } | undefined;
  #left: number | undefined;

  constructor(
    private readonly target: Target,
    private readonly parts: ScopeParts,
  ) {}

  /** @returns what has to be read, newest first */
  async plan(scope: Scope, following: boolean): Promise<readonly Span[]> {
    const { window, now, coverage } = await ledgerView(scope, this.parts);
    const to = following ? moved(now, -FOLLOWED_S) : now;
    return missing(coverage, { ...window, to }, now, this.#aside);
  }

  /** Reads the newest of these spans, as far as one turn goes. */
  async slice([span]: readonly Span[], following: boolean, slice: Slice): Promise<void> {
    if (span === undefined) return;
    const { target, parts } = this;
    const { archive, source: aws, now } = parts;
    const believed = settledTo(secondOf(now()));
    let pages = 0;
    const reading = { ...slice, target, span };
    for await (const { reached, last } of readSpan(reading, { archive, aws, now })) {
      slice.onPage();
      pages += 1;
      const left = await this.plan(slice.scope, following);
      this.#left = secondsIn(left);
      if (last) {
        const read = { from: span.from, to: earliest(span.to, believed) };
        this.#aside = within(left, read).reduce(union, this.#aside);
        return;
      }
      const next = nextBelow(left, span, reached);
      // Somebody else has read what would come next, or others wait.
      if (next === undefined || next < reached - 1 || pages >= SLICE_PAGES) return;
    }
  }

  /** Milliseconds until nothing is missing any more, if the rest is as busy as what was read since the walk went on. */
  get etaMs(): number | undefined {
    if (this.#begun === undefined || this.#left === undefined) return undefined;
    return etaMs({
      elapsedMs: performance.now() - this.#begun.at,
      doneMs: (this.#begun.left - this.#left) * 1000,
      leftMs: this.#left * 1000,
    });
  }

  /** The walk goes on with this before it. */
  begin(spans: Spans): void {
    this.#begun ??= { at: performance.now(), left: secondsIn(spans) };
  }
  /** The estimate starts anew when it goes on. */
  stop(): void {
    this.#begun = undefined;
    this.#left = undefined;
  }
}
