import { earliest, type EpochSecond, latest, moved, secondOf } from '@trailglass/record';
import type { Span } from '../archive/coverage.ts';
import type { Page } from '../lookup/question.types.ts';

type Read = Pick<Page, 'readTo' | 'last' | 'unreadable'>;

/**
 * What the pages of one look-up prove, in whole seconds. A page ends anywhere within a second, so it completes only
 * what is newer than that one; the last page completes the window. A page with an event that could not be read, or
 * that was not kept, completes nothing, and leaves the second in which it ended unproven for the next page too.
 */
export class Claims {
  /** The newest second that may still be completed. */
  #top: EpochSecond;
  /** That second holds events of a page that was kept. */
  #shared = false;

  constructor(private readonly window: Span) {
    this.#top = window.to;
  }

  /** What becomes complete when this page has been kept. */
  of(page: Read): Span | undefined {
    const from = page.last ? this.window.from : moved(secondOf(page.readTo), 1);
    return page.unreadable > 0 || from > this.#top ? undefined : { from, to: this.#top };
  }

  took(page: Read, kept: boolean): void {
    const proven = kept && page.unreadable === 0;
    const reached = secondOf(page.readTo);
    this.#top = earliest(this.#top, proven ? reached : moved(reached, -1));
    this.#shared = proven;
  }

  /** What was kept may have gone: the second in which the last page ended is whole no more. */
  lost(): void {
    if (this.#shared) this.#top = moved(this.#top, -1);
    this.#shared = false;
  }
}

/** The part of a claim that AWS listed when it was asked: nothing from before its 90 days. */
export const listedBy = (claim: Span | undefined, edge: EpochSecond): Span | undefined =>
  claim === undefined || claim.to < edge ? undefined : { ...claim, from: latest(claim.from, edge) };
