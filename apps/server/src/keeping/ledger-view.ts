import { type EpochMs, type EpochSecond, latest, type Scope, secondOf } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { Coverage, Span } from '../archive/coverage.ts';
import { EVERYTHING } from '../archive/protocol/protocol.ts';
import { edgeOf } from '../reading/edge.ts';

/** What the archive's ledger says of the 90 days of a scope. */
export interface LedgerView {
  readonly now: EpochSecond;
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
  const edge = secondOf(edgeOf(time));
  const from = latest(edge, archive.keptFrom() ?? edge);
  const window = { from, to: second };
  return { now: second, window, coverage: await archive.coverage(scope, [EVERYTHING], window) };
}
