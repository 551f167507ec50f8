import type { DuckDBConnection } from '@duckdb/node-api';
import type { StoredView } from '../../protocol/views.ts';

export const viewsTable =
  'CREATE TABLE IF NOT EXISTS archive.views (place INTEGER, name VARCHAR, search VARCHAR)';

export async function readViews(connection: DuckDBConnection): Promise<{ views: StoredView[] }> {
  const rows = await connection.runAndReadAll(
    'SELECT name, search FROM archive.views ORDER BY place',
  );
  return {
    views: rows.getRows().map(([name, search]) => ({ name: String(name), search: String(search) })),
  };
}

/** To be called within a transaction. */
export async function writeViews(
  connection: DuckDBConnection,
  views: readonly StoredView[],
): Promise<void> {
  await connection.run('DELETE FROM archive.views');
  for (const [place, { name, search }] of views.entries())
    await connection.run('INSERT INTO archive.views VALUES (?, ?, ?)', [place, name, search]);
}
