import type { DuckDBConnection } from '@duckdb/node-api';

/** Queries that run at once; the others wait. Each occupies threads that all of them share. */
const AT_ONCE = 3;

/** Connections for reading, one for each query that runs: so that each can be interrupted alone. */
export class Readers {
  readonly #free: DuckDBConnection[] = [];
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly connect: () => Promise<DuckDBConnection>) {}

  /** Rejects with the database's INTERRUPT error when `signal` aborts. */
  async query<T>(
    work: (connection: DuckDBConnection) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    if (this.#running >= AT_ONCE)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    this.#running += 1;
    try {
      signal.throwIfAborted();
      const connection = this.#free.pop() ?? (await this.connect());
      const interrupt = (): void => connection.interrupt();
      signal.addEventListener('abort', interrupt);
      try {
        return await work(connection);
      } finally {
        signal.removeEventListener('abort', interrupt);
        this.#free.push(connection);
      }
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
