import type { DuckDBConnection } from '@duckdb/node-api';
import { text } from '../../statements/column.ts';
import { rowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { StoredView } from '../../protocol/views.ts';

export const viewsTable =
  'CREATE TABLE IF NOT EXISTS archive.views (place INTEGER, name VARCHAR, search VARCHAR)';

const viewRow = rowIn('archive.views', { name: text, search: text });

export async function readViews(connection: DuckDBConnection): Promise<{ views: StoredView[] }> {
  const views = await rowsOf(
    connection,
    viewRow,
    'SELECT name, search FROM archive.views ORDER BY place',
  );
  return { views };
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
