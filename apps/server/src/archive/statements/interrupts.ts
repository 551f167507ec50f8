import type { DuckDBConnection } from '@duckdb/node-api';

/** An interrupt that comes before the statement has begun is forgotten, so it is said again. */
const EVERY_MS = 20;

/** Work on a connection whose statements end with the database's INTERRUPT error when `signal` aborts. */
export async function interruptedBy<T>(
  signal: AbortSignal,
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  let again: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), EVERY_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(again);
  }
}
