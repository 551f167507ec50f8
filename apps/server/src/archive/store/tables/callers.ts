import type { DuckDBConnection } from '@duckdb/node-api';
import { isAccountId } from '@trailglass/record';
import type { Answer, Request } from '../../protocol/protocol.ts';

/** Who the configured accounts were, and when AWS last answered for each. */
export async function readCallers(connection: DuckDBConnection): Promise<Answer<'callers'>> {
  const callers = await connection.runAndReadAll(
    'SELECT source, account, arn FROM archive.callers',
  );
  const answered = await connection.runAndReadAll(
    'SELECT account, max(fetched_s) FROM archive.coverage GROUP BY account',
  );
  return {
    callers: callers.getRows().flatMap(([source, text, arn]) => {
      const account = String(text);
      return isAccountId(account) ? [{ source: String(source), account, arn: String(arn) }] : [];
    }),
    answered: answered.getRows().flatMap(([text, at]) => {
      const account = String(text);
      return isAccountId(account) ? [{ account, at: Number(at) }] : [];
    }),
  };
}

/** To be called within a transaction, so that a source is never without the caller that it had. */
export async function rememberCaller(
  connection: DuckDBConnection,
  { source, account, arn }: Extract<Request, { op: 'remember' }>,
): Promise<void> {
  await connection.run('DELETE FROM archive.callers WHERE source = ?', [source]);
  await connection.run('INSERT INTO archive.callers VALUES (?, ?, ?)', [source, account, arn]);
}
