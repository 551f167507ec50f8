import type { DuckDBConnection } from '@duckdb/node-api';
import { SETTLED_AFTER_S } from '../../coverage.ts';
import { accountId, epochSecond, named, region, text } from '../../statements/column.ts';
import { rowIn } from '../../statements/row.ts';
import { rowsOf } from '../../statements/statement.ts';
import { Ledger } from './ledger.ts';

/** After a repair: what was read in the hour before is looked up again. */
export const DISTRUSTED_S = 3_600;

const scope = { account: accountId, region };
/** A claim as it is written. */
export const claimRow = rowIn('archive.coverage', {
  ...scope,
  kind: text,
  from: named('from_s', epochSecond),
  to: named('to_s', epochSecond),
  fetchedAt: named('fetched_s', epochSecond),
});
const spanRow = rowIn('archive.coverage', {
  ...scope,
  kind: text,
  from: named('from_s', epochSecond),
  to: named('to_s', epochSecond),
});
const askedRow = rowIn('archive.coverage', { ...scope, at: named('fetched_s', epochSecond) });

/** Claims are only ever added, a row for each page: joined by SQL, many thousands are read in no time. After a repair, without the newest. */
export async function readLedger(
  connection: DuckDBConnection,
  { repaired }: { readonly repaired: boolean },
): Promise<Ledger> {
  if (repaired)
    await connection.run(
      `DELETE FROM archive.coverage WHERE fetched_s >= (SELECT max(fetched_s) FROM archive.coverage) - ${DISTRUSTED_S}`,
    );
  const ledger = new Ledger();
  const settled = `from_s AS low, least(to_s, fetched_s - ${SETTLED_AFTER_S}) AS high`;
  const provisional = `greatest(from_s, fetched_s - ${SETTLED_AFTER_S} + 1) AS low, least(to_s, fetched_s) AS high`;
  for (const [part, span] of Object.entries({ settled, provisional })) {
    for (const { kind, from, to, ...scope } of await rowsOf(connection, spanRow, joinedSpans(span)))
      ledger.join(scope, kind, part as 'settled' | 'provisional', { from, to });
  }
  const asked = await rowsOf(
    connection,
    askedRow,
    'SELECT account, region, max(fetched_s) FROM archive.coverage GROUP BY account, region',
  );
  for (const { at, ...scope } of asked) ledger.askedAt(scope, at);
  return ledger;
}

/** The same as {@link withClaim} would make of the claims, one by one: spans that overlap or touch are one. */
const joinedSpans = (span: string): string => `
  WITH spans AS (SELECT account, region, kind, ${span} FROM archive.coverage),
    reaching AS (
      SELECT *, max(high) OVER (
        PARTITION BY account, region, kind ORDER BY low, high
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
      FROM spans WHERE low <= high),
    numbered AS (
      SELECT *, count(*) FILTER (reached IS NULL OR low > reached + 1) OVER (
        PARTITION BY account, region, kind ORDER BY low, high ROWS UNBOUNDED PRECEDING) AS number
      FROM reaching)
  SELECT account, region, kind, min(low) AS low, max(high) FROM numbered
  GROUP BY account, region, kind, number ORDER BY low`;
