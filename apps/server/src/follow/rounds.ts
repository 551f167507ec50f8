import type { Problem } from '@trailglass/api';
import { downToSecond, type EpochMs, moved } from '@trailglass/record';
import { SETTLED_AFTER_S } from '../archive/coverage.ts';
import type { Listed } from '../archive/stored-event.ts';
import type { Priority } from '../lookup/pace.ts';
import { keptPages, type KeptOptions, type KeptPage } from '../reading/kept-pages.ts';
import { scopeOf } from '../reading/scope-of.ts';
import type { Target } from '../search/search.types.ts';
import type { FollowParts } from './follow.types.ts';
import { Seen } from './seen.ts';

export interface RoundNews {
  readonly events: (events: readonly Listed[]) => void;
  /** A call failed and is made again. */
  readonly waiting: (problem: Problem) => void;
  /** @param asOf the moment whose events the answer has */
  readonly answered: (asOf: EpochMs) => void;
}

const PROVISIONAL_MS = SETTLED_AFTER_S * 1000;
/** A tail that comes later than this may not reach what has been seen before. */
const LONG_AGO_MS = PROVISIONAL_MS / 2;

/** The two ways of looking at the newest events of a scope, and what both have seen. */
export class Rounds {
  readonly #seen = new Seen();
  /** Where the next sweep has to begin, so that every second is read once when no late event can come any more. */
  #sweepFrom: EpochMs | undefined;
  #tailedAt: EpochMs | undefined;
  #life = 0;
  #isWhole = false;

  constructor(
    private readonly target: Target,
    private readonly parts: FollowParts,
    private readonly news: RoundNews,
  ) {}

  lately(): readonly (readonly Listed[])[] {
    return this.#seen.lately();
  }

  /** Nothing is missing between what was seen before and now: a sweep has been through, and tails have followed it. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Down to what has been seen before. The first has no such end: what is below its page is left to the sweep. */
  async tail(priority: Priority, signal: AbortSignal): Promise<void> {
    const onlyOne = this.#seen.isEmpty;
    const now = this.parts.now();
    if (this.#tailedAt === undefined || now - this.#tailedAt > LONG_AGO_MS) this.#isWhole = false;
    const pages = this.#pages(this.#provisionalFrom(), {
      signal,
      priority,
      passing: true,
      onWaiting: (waiting) => this.news.waiting(waiting.problem),
    });
    for await (const page of pages) {
      const last = page.found.at(-1);
      const reached = last !== undefined && this.#seen.has(last.event.eventId);
      this.#take(page);
      if (reached || onlyOne) break;
    }
    this.#tailedAt = now;
    this.news.answered(downToSecond(now));
  }

  /** Through all of the time in which late events may still turn up, and what has left it since the last sweep. */
  async sweep(priority: Priority, signal: AbortSignal): Promise<void> {
    const next = this.#provisionalFrom();
    const from = this.#sweepFrom ?? next;
    for await (const page of this.#pages(from, { signal, priority })) this.#take(page);
    this.#sweepFrom = next;
    this.#seen.forget(next);
    this.#isWhole = true;
  }

  async *#pages(from: EpochMs, options: Omit<KeptOptions, 'onUnkept'>): AsyncGenerator<KeptPage> {
    const { target: place, parts } = this;
    const { source: aws, archive, now, log } = parts;
    const question = { from, to: downToSecond(now()) };
    const scope = await scopeOf(place, options.signal);
    if (archive === undefined || scope === undefined) {
      for await (const page of aws.pages(place, question, options)) yield { ...page, kept: false };
      return;
    }
    if (archive.life() !== this.#life) this.#seen.lost();
    const life = archive.life();
    this.#life = life;
    // While something is being deleted, what was written before it may be what goes.
    const lasts = (): boolean => archive.unbroken() === life;
    const isKept = (eventId: string): boolean => lasts() && this.#seen.isKept(eventId);
    const onUnkept = (error: Error): void =>
      log.warn({ err: error, ...scope }, 'events that are followed were not kept');
    const pages = keptPages(
      { aws, archive, now },
      { place, scope, question },
      { ...options, isKept, onUnkept },
    );
    for await (const page of pages) yield { ...page, kept: page.kept && lasts() };
  }

  #take({ found, kept }: KeptPage): void {
    const fresh = this.#seen.take(
      found.filter(({ outside }) => outside !== true),
      kept,
    );
    if (fresh.length > 0) this.news.events(fresh);
  }

  #provisionalFrom(): EpochMs {
    return downToSecond(moved(this.parts.now(), -PROVISIONAL_MS));
  }
}
