import { problem, ProblemError } from '@trailglass/api';
import { isRegion, type Region } from '@trailglass/record';
import type { AwsAccount } from '../aws/account.ts';
import type { Target } from './search.types.ts';

/** Which accounts and Regions there are. */
export interface Places {
  readonly regions: readonly Region[];
  find(idOrName: string): AwsAccount | undefined;
}

/** One scope for each `account:region`, in a fixed order and each once. Throws unknown-scope. */
export function targetsOf(scopes: readonly string[], places: Places): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const scope of scopes) {
    const colon = scope.lastIndexOf(':');
    const target = targetOf(scope.slice(0, colon), scope.slice(colon + 1), places);
    targets.set(keyOf(target), target);
  }
  return [...targets.keys()].sort().flatMap((key) => targets.get(key) ?? []);
}

export const keyOf = ({ label }: Target): string => `${label.account}:${label.region}`;

export function targetOf(name: string, region: string, places: Places): Target {
  const account = places.find(name);
  if (account === undefined) throw unknown(`There is no account ${name} here.`);
  if (!isRegion(region) || !places.regions.includes(region))
    throw unknown(
      `The Region ${region} is not among those that are read here: ${places.regions.join(', ')}.`,
    );
  return { account, region, label: { account: account.id, region } };
}

const unknown = (detail: string): ProblemError =>
  new ProblemError(problem('unknown-scope', detail));
