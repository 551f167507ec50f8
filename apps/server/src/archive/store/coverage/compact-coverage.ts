import { earliest, type EpochSecond, latest, moved } from '@trailglass/record';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type Claim,
  type Coverage,
  gaps,
  nothingCovered,
  SETTLED_AFTER_S,
  type Span,
  withClaim,
} from '../../coverage.ts';
import { rowsOf } from '../../statements/statement.ts';
import { claimRow, DISTRUSTED_S } from './coverage-table.ts';

/** So many claims are read in no time at every start. */
const FEW = 2_000;

/**
 * Fewer claims that say the same: what is settled, what else is provisional, and never that AWS was asked later than it
 * was.
 */
export function compacted(claims: readonly Claim[]): readonly Claim[] {
  const known = claims
    .toSorted((a, b) => a.from - b.from)
    .reduce<Coverage>(withClaim, nothingCovered);
  const last = claims.reduce(
    (last, { fetchedAt }) => latest(last, fetchedAt),
    -Infinity as EpochSecond,
  );
  const unsettled = known.provisional.flatMap((span) => gaps(span, known.settled));
  return [
    // Whoever asked last may have settled all of it, as each span ends well before some claim's own time.
    ...known.settled.map((span) => ({ ...span, fetchedAt: last })),
    // As if it had been asked for when it happened: nothing of that was settled then.
    ...unsettled.flatMap(quarters).map((span) => ({ ...span, fetchedAt: span.to })),
  ];
}

/** Pieces that are provisional from end to end when they end. */
function quarters({ from, to }: Span): readonly Span[] {
  const pieces = Math.ceil((to - from + 1) / SETTLED_AFTER_S);
  return Array.from({ length: pieces }, (_, n) => ({
    from: moved(from, n * SETTLED_AFTER_S),
    to: earliest(to, moved(from, (n + 1) * SETTLED_AFTER_S - 1)),
  }));
}

const trusted = `fetched_s < (SELECT max(fetched_s) FROM archive.coverage) - ${DISTRUSTED_S}`;
/** Those that no repair takes back, but for the last of each scope: with a repair it may say when AWS was asked. */
const old = `${trusted} AND fetched_s < (SELECT max(newer.fetched_s) FROM archive.coverage AS newer
  WHERE newer.account = claim.account AND newer.region = claim.region AND newer.${trusted})`;

/**
 * Every page that is read adds a claim, and every minute that is followed: joins them where there are many. To be called
 * within a transaction, while nothing else is written. @returns how many claims fewer there are
 */
export async function compactCoverage(connection: DuckDBConnection, few = FEW): Promise<number> {
  const rows = await rowsOf(
    connection,
    claimRow,
    `SELECT ${claimRow.names.join(', ')} FROM archive.coverage AS claim WHERE ${old}`,
  );
  if (rows.length <= few) return 0;
  const byKind = new Map<string, { readonly scope: readonly string[]; readonly claims: Claim[] }>();
  for (const { account, region, kind, ...claim } of rows) {
    const scope = [account, region, kind];
    const key = JSON.stringify(scope);
    const all = byKind.get(key) ?? { scope, claims: [] };
    byKind.set(key, all);
    all.claims.push(claim);
  }
  const fewer = [...byKind.values()].flatMap(({ scope, claims }) =>
    compacted(claims).map((claim) => ({ scope, claim })),
  );
  if (fewer.length > rows.length / 2) return 0;
  await connection.run(`DELETE FROM archive.coverage AS claim WHERE ${old}`);
  const appender = await connection.createAppender('coverage', 'main', 'archive');
  try {
    for (const { scope, claim } of fewer) {
      for (const text of scope) appender.appendVarchar(text);
      for (const second of [claim.from, claim.to, claim.fetchedAt])
        appender.appendBigInt(BigInt(second));
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  return rows.length - fewer.length;
}
