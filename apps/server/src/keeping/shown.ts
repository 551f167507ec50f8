import type { KeptScope } from '@trailglass/api';
import {
  downToSecond,
  type EpochMs,
  type EpochSecond,
  printSecond,
  printTime,
} from '@trailglass/record';
import type { Target } from '../search/search.types.ts';
import type { ScopeParts } from './keeping.types.ts';
import { ledgerView } from './ledger-view.ts';
import { readTo } from './missing.ts';
import type { ScopeKeeper } from './scope-keeper.ts';

export interface Showing {
  readonly target: Target;
  readonly on: boolean;
  /** Absent while it is off or paused. */
  readonly keeper: ScopeKeeper | undefined;
  readonly answeredAt: EpochMs | undefined;
}

/** A scope as the page is told of it. */
export async function showScope(
  { target, on, keeper, answeredAt }: Showing,
  parts: Pick<ScopeParts, 'archive' | 'now'>,
): Promise<KeptScope> {
  const read = on ? await readBackTo(target, parts) : undefined;
  return {
    ...target.label,
    ...(on ? (keeper?.shown ?? { state: 'paused' }) : { state: 'off' }),
    ...(read === undefined ? {} : { readTo: printSecond(read) }),
    ...(answeredAt === undefined ? {} : { answeredAt: printTime(downToSecond(answeredAt)) }),
  };
}

async function readBackTo(
  { account, region }: Target,
  parts: Pick<ScopeParts, 'archive' | 'now'>,
): Promise<EpochSecond | undefined> {
  const { known } = account;
  if (known === undefined) return undefined;
  const { coverage, now } = await ledgerView({ account: known.account, region }, parts);
  return readTo(coverage, now);
}
