import type { About } from '@trailglass/api';
import type { PageState } from './page-state.ts';

export interface Chosen {
  readonly accounts: About['accounts'];
  readonly regions: readonly string[];
  /** `account:region`, accounts first. */
  readonly scopes: readonly string[];
  /** Chosen in the address but not offered by this server. */
  readonly unknown: readonly string[];
}

/** What a choice means here: empty means all, an account goes by id or by name, what is not offered is named. */
export function chosenScopes(
  choice: Pick<PageState, 'accounts' | 'regions'>,
  about: Pick<About, 'accounts' | 'regions'>,
): Chosen {
  const named = (account: About['accounts'][number]): boolean =>
    choice.accounts.includes(account.id) || choice.accounts.includes(account.name);
  const picked = about.accounts.filter(named);
  const accounts = picked.length > 0 ? picked : about.accounts;
  const offered = about.regions.filter((region) => choice.regions.includes(region));
  const regions = offered.length > 0 ? offered : about.regions;
  const unknown = [
    ...choice.accounts.filter(
      (key) => !about.accounts.some((account) => account.id === key || account.name === key),
    ),
    ...choice.regions.filter((region) => !about.regions.includes(region)),
  ];
  const scopes = accounts.flatMap((account) => regions.map((region) => `${account.id}:${region}`));
  return { accounts, regions, scopes, unknown };
}
