import type { TrailEvent } from '@trailglass/record';
import type { Resume, Spot } from '../cursor/position.ts';
import type { ScopeReading } from './scope-reading.types.ts';
import type { ReadPage } from '../search.types.ts';
import { takePage } from './take-page.ts';

/**
 * The rows that are known below a part which is still unread, or cannot be read: shown before their turn, newest first,
 * so that what was read once stays in reach. They move no position of the reading, only their own.
 */
export class KnownRows {
  #spot: Spot | 'all' | undefined;
  #pages: AsyncIterator<ReadPage> | undefined;
  #enough = false;

  constructor(
    private readonly reading: ScopeReading,
    /** The ids of all rows of this scope that were sent. */
    private readonly shown: Set<string>,
  ) {
    this.#spot = reading.start.known;
  }

  /** How far they were shown; undefined while none was asked for. */
  get spot(): Spot | 'all' | undefined {
    return this.#spot;
  }

  /** The first of them, unless that has been done: they need not wait for AWS. */
  async first(below: Resume): Promise<void> {
    if (this.#spot === undefined) await this.#next(below);
  }

  /** As many as are still wanted. */
  async rest(below: Resume): Promise<void> {
    while (!this.#enough && this.#spot !== 'all') await this.#next(below);
  }

  /** What is read itself by now need not be shown before its turn. */
  stop(): void {
    this.#enough = true;
  }

  async #next(below: Resume): Promise<void> {
    const { plan, source, target, newest, tell, limit, signal } = this.reading;
    const before = this.#spot === undefined || this.#spot === 'all' ? spotOf(below) : this.#spot;
    this.#pages ??= pagesOf(
      source.known(
        target,
        { from: plan.from, to: before.at },
        { signal, limit, onProblem: (problem) => void tell({ kind: 'told', problem }) },
      ),
    );
    const { value: page, done } = await this.#pages.next();
    if (done) {
      this.#spot = 'all';
      return;
    }
    const { rows, resume, full } = takePage(page, before, this.shown, this.reading);
    this.#spot = page.last && !full ? 'all' : spotOf(resume);
    this.#enough = full || (newest.closedAt ?? -Infinity) >= resume.at;
    await this.#tell(rows);
  }

  async #tell(rows: readonly TrailEvent[]): Promise<void> {
    for (const { eventId } of rows) this.shown.add(eventId);
    if (rows.length > 0) await this.reading.tell({ kind: 'early', rows });
  }
}

const pagesOf = (pages: AsyncIterable<ReadPage>): AsyncIterator<ReadPage> =>
  pages[Symbol.asyncIterator]();

const spotOf = ({ at, sent }: Spot): Spot => ({ at, sent });
