import type { DuckDBConnection } from '@duckdb/node-api';
import type { AccountId, Region, Scope } from '@trailglass/record';
import { SETTLED_AFTER_S, type Span } from '../../coverage.ts';
import { Ledger } from './ledger.ts';

/** After a repair: what was read in the hour before is looked up again. */
export const DISTRUSTED_S = 3_600;

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
    const rows = await connection.runAndReadAll(joinedSpans(span));
    for (const [account, region, kind, from, to] of rows.getRows())
      ledger.join(
        scopeOf(account, region),
        String(kind),
        part as 'settled' | 'provisional',
        spanOf(from, to),
      );
  }
  const asked = await connection.runAndReadAll(
    'SELECT account, region, max(fetched_s) FROM archive.coverage GROUP BY account, region',
  );
  for (const [account, region, at] of asked.getRows())
    ledger.askedAt(scopeOf(account, region), Number(at));
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

const scopeOf = (account: unknown, region: unknown): Scope => ({
  account: String(account) as AccountId,
  region: String(region) as Region,
});
const spanOf = (from: unknown, to: unknown): Span => ({
  from: Number(from),
  to: Number(to),
});
