import type { Scope } from '@trailglass/record';
import { untilAborted } from '../waiting/until-aborted.ts';
import type { Place } from '../lookup/question.types.ts';

/** The events of an account are kept under its number; one that has never been known has none here. */
export async function scopeOf(
  { account, region }: Place,
  signal: AbortSignal,
): Promise<Scope | undefined> {
  try {
    const caller = account.known ?? (await untilAborted(account.identify(), signal));
    return { account: caller.account, region };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
