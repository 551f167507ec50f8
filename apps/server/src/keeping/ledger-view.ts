import { type EpochMs, type Scope, secondOf } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Coverage, Span } from '../archive/coverage.ts';
import { EVERYTHING } from '../archive/protocol/protocol.ts';
import { edgeOf } from '../reading/edge.ts';

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
  const time = now();
  const second = secondOf(time);
  // What is deleted by itself would be read again and again.
  const from = Math.max(edgeOf(time) / 1000, archive.keptFrom() ?? 0);
  const window = { from, to: second };
  return { now: second, window, coverage: await archive.coverage(scope, [EVERYTHING], window) };
}
