import { earliest, latest } from '@trailglass/record';
import { filterLimits, finder, type Subject } from '@trailglass/query';
import type { Grouping, GroupsFound } from '../../src/archive/protocol/groups.ts';
import type { Listed } from '../../src/archive/stored-event.ts';

type Group = GroupsFound['groupings'][number]['rows'][number];

/** Each text of an event once, null for one that has none; '' is an object. */
function valuesOf(subject: Subject, { event }: Listed): readonly (string | null)[] {
  const texts = new Set(finder(subject)(event).map(({ text = '' }) => text));
  return texts.size === 0 ? [null] : [...texts];
}

const byBytes = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The same as the archive counts, said once more in a loop over the events: those before `from` are the time before. */
export function groupedByHand(
  events: readonly Listed[],
  { subjects, order, ascending, limit, onlyNew, present }: Grouping,
  from: number,
): GroupsFound['groupings'][number] {
  const groups = new Map<string, Group>();
  for (const one of events) {
    const combinations = subjects
      .map((subject) => valuesOf(subject, one))
      .reduce<readonly (readonly (string | null)[])[]>(
        (all, values) => all.flatMap((start) => values.map((value) => [...start, value])),
        [[]],
      );
    for (const values of combinations) {
      const key = JSON.stringify(values);
      const group = groups.get(key) ?? {
        values: [...values],
        count: 0,
        errors: 0,
        writes: 0,
        before: 0,
      };
      groups.set(key, one.at < from ? { ...group, before: group.before + 1 } : added(group, one));
    }
  }
  const there = [...groups.values()].filter(
    ({ count, values }) => count > 0 && !(present && values.includes(null)),
  );
  const isLong = ({ values }: Group): boolean =>
    values.some(
      (value) => value !== null && Array.from(value).length > filterLimits.valueCharacters,
    );
  const byValue = (a: Group, b: Group, sign = 1): number =>
    a.values.reduce((found, value, n) => {
      if (found !== 0) return found;
      const other = b.values[n] ?? null;
      // What has none stands last in either direction.
      return value === null || other === null
        ? byBytes(value, other)
        : sign * byBytes(value, other);
    }, 0);
  const keyOf: Record<Exclude<Grouping['order'], 'value'>, (group: Group) => number> = {
    count: ({ count }) => count,
    first: ({ first = 0 }) => first,
    last: ({ last = 0 }) => last,
    errors: ({ errors, count }) => errors / count,
    writes: ({ writes, count }) => writes / count,
  };
  const sign = ascending ? 1 : -1;
  const compare = (a: Group, b: Group): number =>
    order === 'value' ? byValue(a, b, sign) : sign * (keyOf[order](a) - keyOf[order](b));
  return {
    rows: there
      .filter((group) => !isLong(group) && !(onlyNew && group.before > 0))
      .toSorted((a, b) => compare(a, b) || b.count - a.count || byValue(a, b))
      .slice(0, limit),
    total: there.length,
    fresh: there.filter(({ before }) => before === 0).length,
    long: there.filter(isLong).length,
  };
}

/** The same figures of all of them together. */
export function talliedByHand(events: readonly Listed[], from: number): GroupsFound['all'] {
  let sum: Group = { values: [], count: 0, errors: 0, writes: 0, before: 0 };
  for (const one of events)
    sum = one.at < from ? { ...sum, before: sum.before + 1 } : added(sum, one);
  const { values: _none, ...all } = sum;
  return all;
}

const added = (group: Group, { event }: Listed): Group => ({
  ...group,
  count: group.count + 1,
  errors: group.errors + Number(typeof event.record['errorCode'] === 'string'),
  writes: group.writes + Number(event.envelope.readOnly === false),
  first: earliest(group.first ?? event.time, event.time),
  last: latest(group.last ?? event.time, event.time),
});
