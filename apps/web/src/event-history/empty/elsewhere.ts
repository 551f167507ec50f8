import type { Emptiness } from '@trailglass/api';
import type { Step } from './emptiness.ts';

type Elsewhere = NonNullable<Emptiness['elsewhere']>;

/** Places named on a button. */
const MOST = 2;

/** The choice to be widened: of Regions if that helps, else of accounts, else of both. */
export function elsewhereStep(
  elsewhere: Elsewhere,
  scopes: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly Step[] {
  const accounts = new Set(scopes.map((scope) => scope.slice(0, scope.lastIndexOf(':'))));
  const regions = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf(':') + 1)));
  const step = (what: string, among: Elsewhere, nameOf: NameOf, change: object): Step => ({
    kind: 'change',
    label: `Search all ${what} (${placesOf(among, nameOf)})`,
    change,
  });
  const nameOf = (account: string): string => names.get(account) ?? account;
  const otherRegions = elsewhere.filter(({ account }) => accounts.has(account));
  if (otherRegions.length > 0)
    return [step('Regions', otherRegions, ({ region }) => region, { regions: [] })];
  const otherAccounts = elsewhere.filter(({ region }) => regions.has(region));
  if (otherAccounts.length > 0)
    return [step('accounts', otherAccounts, ({ account }) => nameOf(account), { accounts: [] })];
  if (elsewhere.length === 0) return [];
  const both: NameOf = ({ account, region }) => `${nameOf(account)} ${region}`;
  return [step('accounts and Regions', elsewhere, both, { accounts: [], regions: [] })];
}

type NameOf = (place: Elsewhere[number]) => string;

/** `12 in eu-west-1, 3 in us-east-2`; after these `and 7 elsewhere`. */
function placesOf(elsewhere: Elsewhere, nameOf: NameOf): string {
  const counts = new Map<string, number>();
  for (const place of elsewhere)
    counts.set(nameOf(place), (counts.get(nameOf(place)) ?? 0) + place.events);
  const named = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = named.slice(MOST).reduce((sum, [, events]) => sum + events, 0);
  return [
    ...named.slice(0, MOST).map(([name, events]) => `${events.toLocaleString('en')} in ${name}`),
    ...(rest > 0 ? [`${rest.toLocaleString('en')} elsewhere`] : []),
  ].join(', ');
}
