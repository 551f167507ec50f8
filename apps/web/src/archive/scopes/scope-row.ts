import type { About, Archive, KeptScope } from '@trailglass/api';
import { scopeOf } from '../../address/scope.ts';

/** One account in one Region as the page shows it, from all that is known of it. */
export interface ScopeRow {
  /** `account:region` */
  readonly scope: string;
  readonly account: string;
  /** For people; the account's ID where it has no name. */
  readonly name: string;
  readonly region: string;
  readonly events: number;
  readonly oldest?: string | undefined;
  readonly newest?: string | undefined;
  /** Background reading; absent where this server cannot read, or does not say. */
  readonly kept?: KeptScope | undefined;
}

/** Every scope that can be read here or of which something is kept, by account and Region. */
export function scopeRows(
  about: Pick<About, 'accounts' | 'regions'>,
  held: Archive['scopes'],
  kept: readonly KeptScope[],
): readonly ScopeRow[] {
  const names = new Map(about.accounts.map(({ id, name }) => [id, name]));
  const holds = new Map(held.map((scope) => [scopeOf(scope), scope]));
  const keeps = new Map(kept.map((scope) => [scopeOf(scope), scope]));
  const readable = about.accounts.flatMap(({ id }) =>
    about.regions.map((region) => ({ account: id, region })),
  );
  const places = new Map([...readable, ...kept, ...held].map((place) => [scopeOf(place), place]));
  return [...places].map(([scope, { account, region }]) => {
    const { events = 0, oldest, newest } = holds.get(scope) ?? {};
    const name = names.get(account) ?? account;
    return { scope, account, name, region, events, oldest, newest, kept: keeps.get(scope) };
  });
}

export const isKept = ({ kept }: ScopeRow): boolean => kept !== undefined && kept.state !== 'off';
