import type { DuckDBConnection } from '@duckdb/node-api';
import type { AccountId, Region } from '@trailglass/record';
import { Ledger } from './ledger.ts';

/** After a repair: what was read in the hour before is looked up again. */
const DISTRUSTED_S = 3_600;

/** Claims are only ever added, a row for each page. Reads them all; after a repair, without the newest. */
export async function readLedger(
  connection: DuckDBConnection,
  { repaired }: { readonly repaired: boolean },
): Promise<Ledger> {
  if (repaired)
    await connection.run(
      `DELETE FROM archive.coverage WHERE fetched_s >= (SELECT max(fetched_s) FROM archive.coverage) - ${DISTRUSTED_S}`,
    );
  const ledger = new Ledger();
  const rows = await connection.runAndReadAll(
    'SELECT account, region, kind, from_s, to_s, fetched_s FROM archive.coverage',
  );
  for (const [account, region, kind, from, to, fetchedAt] of rows.getRows())
    ledger.add(
      { account: String(account) as AccountId, region: String(region) as Region },
      String(kind),
      { from: Number(from), to: Number(to), fetchedAt: Number(fetchedAt) },
    );
  return ledger;
}
