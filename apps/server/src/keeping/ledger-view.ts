import { eventLimits } from '@trailglass/api';
import type { EpochMs, Scope } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Coverage, Span } from '../archive/coverage.ts';
import { EVERYTHING } from '../archive/protocol.ts';

/** As a search has it: a minute inside the edge, so that the oldest second does not fall out of it while it is read. */
const OLDEST_S = eventLimits.days * 86_400 - 60;

/** What the archive's ledger says of the 90 days of a scope; seconds. */
export interface LedgerView {
  readonly now: number;
  readonly window: Span;
  readonly coverage: Coverage;
}

export async function ledgerView(
  scope: Scope,
  { archive, now }: { readonly archive: Archive; readonly now: () => EpochMs },
): Promise<LedgerView> {
  const second = Math.floor(now() / 1000);
  const window = { from: second - OLDEST_S, to: second };
  return { now: second, window, coverage: await archive.coverage(scope, [EVERYTHING], window) };
}
