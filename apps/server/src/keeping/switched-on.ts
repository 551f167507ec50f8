import type { Target } from '../search/search.types.ts';
import type { KeepReading } from '../config/types.ts';

/** What somebody chose goes before how the server was started. */
export function isSwitchedOn(
  { account, region }: Target,
  chosen: boolean | undefined,
  started: KeepReading,
): boolean {
  if (chosen !== undefined) return chosen;
  if (typeof started === 'string') return started === 'all';
  return started.some((scope) =>
    [account.id, account.name].some((name) => scope === `${name}:${region}`),
  );
}
