import type { Region } from '@trailglass/record';
import type { AwsAccount } from '../aws/account.ts';
import type { Target } from '../search/search.types.ts';

/** Every account in every Region; labels follow the account, whose number may become known later. */
export const allTargets = (
  accounts: readonly AwsAccount[],
  regions: readonly Region[],
): readonly Target[] =>
  accounts.flatMap((account) =>
    regions.map((region) => ({
      account,
      region,
      get label() {
        return { account: account.id, region };
      },
    })),
  );

/** Each scope once: two profiles of one account are one. */
export function eachOnce<T extends { readonly target: Target }>(all: readonly T[]): readonly T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one.target);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

export const keyOf = ({ account, region }: Target): string => `${account.id}:${region}`;
