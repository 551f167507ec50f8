import { ProblemError } from '@trailglass/api';
import type { Scope } from '@trailglass/record';
import { failureOf } from '../aws/failure.ts';
import { untilAborted } from '../waiting/until-aborted.ts';
import type { Target } from '../search/search.types.ts';

/** Under which number the events of a target are kept. Throws ProblemError while nobody knows. */
export async function knownScope({ account, region }: Target, signal: AbortSignal): Promise<Scope> {
  try {
    const known = account.known ?? (await untilAborted(account.identify(), signal));
    return { account: known.account, region };
  } catch (error) {
    signal.throwIfAborted();
    throw new ProblemError(account.explain(failureOf(error), region));
  }
}
