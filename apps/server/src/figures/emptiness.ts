import type { Emptiness, Nearest } from '@trailglass/api';
import {
  type Filter,
  parseFilter,
  printFilter,
  replaced,
  requirements,
  sameFilter,
  without,
} from '@trailglass/query';
import { printTime } from '@trailglass/record';
import type { Places } from '../search/targets.ts';
import type { Alike, EmptinessFound } from '../archive/protocol/emptiness.ts';

type Found = EmptinessFound;

/** What the archive has found of a filter, with the filters that lead out. */
export function emptinessOf(
  filter: Filter,
  found: Found,
  covered: number,
  places: Places,
): Emptiness {
  const { held, outside } = found;
  return {
    ...(held !== undefined && { held }),
    covered,
    conditions: requirements(filter).map((condition, n) => {
      const { nearest = [], ...counts } = found.conditions?.[n] ?? {};
      return {
        text: printFilter(condition),
        ...counts,
        rest: printFilter(without(filter, condition)),
        nearest: nearest.flatMap((alike) => nearestOf(filter, condition, alike) ?? []),
      };
    }),
    ...(outside && {
      before: inWords(outside.before),
      after: inWords(outside.after),
      lastDays: outside.since,
      elsewhere: outside.elsewhere.filter((scope) => isOffered(scope, places)),
    }),
  };
}

/** The archive may hold what was read with another configuration. */
const isOffered = (
  { account, region }: { readonly account: string; readonly region: string },
  places: Places,
): boolean =>
  places.find(account) !== undefined && places.regions.some((offered) => offered === region);

/** Undefined for a value that no filter can hold. */
function nearestOf(filter: Filter, condition: Filter, alike: Alike): Nearest | undefined {
  if (condition.kind !== 'is') return undefined;
  const { value, field, count, only } = alike;
  const subject = field === undefined ? condition.subject : { kind: 'field' as const, name: field };
  const by: Filter = { kind: 'is', subject, value };
  const wanted = only ? by : replaced(filter, condition, by);
  const text = printFilter(wanted);
  const read = parseFilter(text).filter;
  if (!read || !sameFilter(read, wanted)) return undefined;
  return {
    value,
    ...(field !== undefined && { field }),
    count,
    filter: text,
    ...(only && { only }),
  };
}

const inWords = ({ events, oldest, newest }: NonNullable<Found['outside']>['before']) => ({
  events,
  ...(oldest !== undefined && { oldest: printTime(oldest) }),
  ...(newest !== undefined && { newest: printTime(newest) }),
});
