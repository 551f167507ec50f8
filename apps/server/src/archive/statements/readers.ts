import type { DuckDBConnection } from '@duckdb/node-api';
import { interruptedBy } from './interrupts.ts';

/** Queries that run at once; the others wait. Each occupies threads that all of them share. */
const AT_ONCE = 3;
/** Of these, counts: there is always room for rows. */
const COUNTS_AT_ONCE = 2;

/** Rows that somebody waits for go first, counts over them later. */
type Urgency = 'first' | 'later';

/** Connections for reading, one for each query that runs: so that each can be interrupted alone. */
export class Readers {
  readonly #free: DuckDBConnection[] = [];
  readonly #waiting: Record<Urgency, (() => void)[]> = { first: [], later: [] };
  readonly #running: Record<Urgency, number> = { first: 0, later: 0 };

  constructor(private readonly connect: () => Promise<DuckDBConnection>) {}

  /** Rejects with the database's INTERRUPT error, or the signal's own, when `signal` aborts. */
  async query<T>(
    work: (connection: DuckDBConnection) => Promise<T>,
    signal: AbortSignal,
    urgency: Urgency = 'first',
  ): Promise<T> {
    if (!this.#hasRoom(urgency))
      await new Promise<void>((resolve) => {
        this.#waiting[urgency].push(resolve);
      });
    else this.#running[urgency] += 1;
    try {
      signal.throwIfAborted();
      return await this.#run(work, signal);
    } finally {
      this.#running[urgency] -= 1;
      this.#next();
    }
  }

  async #run<T>(
    work: (connection: DuckDBConnection) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const connection = this.#free.pop() ?? (await this.connect());
    try {
      return await interruptedBy(signal, connection, () => work(connection));
    } finally {
      // What an interrupt has left of it is not worth to be known.
      if (signal.aborted) connection.closeSync();
      else this.#free.push(connection);
    }
  }

  #hasRoom(urgency: Urgency): boolean {
    const { first, later } = this.#running;
    return first + later < AT_ONCE && (urgency === 'first' || later < COUNTS_AT_ONCE);
  }

  /** The place is taken here, so that nobody who comes between gets it too. */
  #next(): void {
    for (const urgency of ['first', 'later'] as const)
      while (this.#hasRoom(urgency) && this.#waiting[urgency].length > 0) {
        this.#running[urgency] += 1;
        this.#waiting[urgency].shift()?.();
      }
  }
}
