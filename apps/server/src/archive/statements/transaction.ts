import type { DuckDBConnection } from '@duckdb/node-api';

/** Whether the transaction was made is not known; only opening the file again tells. */
export class Unknown extends Error {
  override readonly name = 'Unknown';
}

/** All of the work's statements or none. Throws what the work throws, and Unknown when the end of it fails. */
export async function inTransaction<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  await connection.run('BEGIN');
  let done: T;
  try {
    done = await work();
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
  try {
    await connection.run('COMMIT');
  } catch (error) {
    throw new Unknown((error as Error).message, { cause: error });
  }
  return done;
}
