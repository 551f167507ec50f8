import type { Problem } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import { unreadable } from '../search/run/news.ts';
import type { ReadPage, Target } from '../search/search.types.ts';

/** How far one scope has been read for a download, and what is missing. */
export class ScopeStanding {
  /** Events of this scope that match. */
  events = 0;
  /** Down to here everything was read. */
  wholeTo: EpochMs;
  state: 'reading' | 'complete' | 'partial' | 'failed' = 'reading';
  readonly problems: Problem[] = [];
  #unreadable = 0;

  constructor(
    readonly label: Target['label'],
    private readonly from: EpochMs,
    to: EpochMs,
  ) {
    this.wholeTo = to;
  }

  /** Something failed that the reading goes on without. */
  told = (problem: Problem): void => {
    if (!this.problems.some(({ type }) => type === problem.type)) this.problems.push(problem);
  };

  #unread: EpochMs | undefined;

  read(page: Pick<ReadPage, 'unreadable' | 'unread'>, readTo: EpochMs): void {
    this.#unreadable += page.unreadable;
    if (page.unread !== undefined && (this.#unread ?? -Infinity) < page.unread)
      this.#unread = page.unread;
    this.wholeTo = later(readTo, this.#unread);
  }

  ended(): void {
    this.wholeTo = later(this.from, this.#unread);
    this.state = this.#unread === undefined ? 'complete' : 'partial';
    if (this.#unreadable === 0) return;
    this.problems.push(unreadable(this.#unreadable, this.label));
    this.state = 'failed';
  }

  failed(problem: Problem): void {
    this.problems.push(problem);
    this.state = 'failed';
  }
}

const later = (a: EpochMs, b: EpochMs | undefined): EpochMs => (b === undefined || a > b ? a : b);
