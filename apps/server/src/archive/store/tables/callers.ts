import type { DuckDBConnection } from '@duckdb/node-api';
import { accountId, epochSecond, named, text } from '../../statements/column.ts';
import { rowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';
import type { Answer, Request } from '../../protocol/protocol.ts';

const callerRow = rowIn('archive.callers', { source: text, account: accountId, arn: text });
const answeredRow = rowIn('archive.coverage', {
  account: accountId,
  at: named('fetched_s', epochSecond),
});

/** Who the configured accounts were, and when AWS last answered for each. */
export async function readCallers(connection: DuckDBConnection): Promise<Answer<'callers'>> {
  const callers = await rowsOf(
    connection,
    callerRow,
    'SELECT source, account, arn FROM archive.callers',
  );
  const answered = await rowsOf(
    connection,
    answeredRow,
    'SELECT account, max(fetched_s) FROM archive.coverage GROUP BY account',
  );
  return { callers, answered };
}

/** To be called within a transaction, so that a source is never without the caller that it had. */
export async function rememberCaller(
  connection: DuckDBConnection,
  { source, account, arn }: Extract<Request, { op: 'remember' }>,
): Promise<void> {
  await connection.run('DELETE FROM archive.callers WHERE source = ?', [source]);
  await connection.run('INSERT INTO archive.callers VALUES (?, ?, ?)', [source, account, arn]);
}
