import type { EpochMs } from '@trailglass/record';
import { InvalidAnswer } from '../aws/invalid-answer.ts';
import type { Found, Question } from './question.types.ts';
import type { ReadPage } from './read-page.ts';

/** 2,000,000 events, half a day at full pace: more is a loop that looks like progress. */
export const MAX_PAGES = 40_000;
/** An event given twice comes soon after the first time; remembering all of a long scan would only fill memory. */
const MAX_SEEN = 50_000;

/** Token and window of the next call, and what has been seen: enough to go on when a token is not accepted. */
export class Scan {
  #token: string | undefined;
  readonly #tokens = new Set<string>();
  readonly #seen = new Set<string>();
  #to: EpochMs;
  #oldest: EpochMs;
  #pages = 0;
  #found = 0;
  /** What had been found at the last restart: one that brings nothing new would go on for ever. */
  #foundBefore = -1;

  constructor(
    private readonly question: Question,
    private readonly maxPages = MAX_PAGES,
  ) {
    this.#to = question.to;
    this.#oldest = question.to;
  }

  get token(): string | undefined {
    return this.#token;
  }
  get to(): EpochMs {
    return this.#to;
  }

  /** Takes a page in: its new events, and how far everything has been read. Throws on a circle of tokens. */
  take(page: ReadPage): { found: readonly Found[]; readTo: EpochMs; last: boolean } {
    this.#pages += 1;
    const found = page.found.filter(({ event }) => {
      if (this.#seen.has(event.eventId)) return false;
      this.#seen.add(event.eventId);
      return true;
    });
    for (const oldest of this.#seen) {
      if (this.#seen.size <= MAX_SEEN) break;
      this.#seen.delete(oldest);
    }
    this.#found += found.length;
    for (const { at } of page.found) if (at < this.#oldest) this.#oldest = at;
    const last = page.token === undefined;
    if (!last) this.#advance(page.token);
    return { found, readTo: last ? this.question.from : this.#oldest, last };
  }

  /**
   * Starts again from the oldest second read, without a token. A page may have ended within that second,
   * so it is read again; what was seen of it is not given twice. False when that has just been tried in vain.
   */
  restart(): boolean {
    if (this.#found === this.#foundBefore) return false;
    this.#foundBefore = this.#found;
    this.#token = undefined;
    this.#tokens.clear();
    this.#to = this.#oldest;
    return true;
  }

  #advance(token: string): void {
    if (this.#tokens.has(token))
      throw new InvalidAnswer(
        'token_loop: the same NextToken came twice, so the scan would not end.',
      );
    if (this.#pages >= this.maxPages)
      throw new InvalidAnswer(`${this.maxPages} pages were read without an end.`);
    this.#tokens.add(token);
    this.#token = token;
  }
}
