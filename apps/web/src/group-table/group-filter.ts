import {
  combine,
  type Filter,
  not,
  parseFilter,
  parseSubject,
  printFilter,
} from '@trailglass/query';

/** The filter's text for a group's events; undefined where the filter language cannot say it. */
export function groupFilter(
  q: string,
  by: readonly string[],
  values: readonly (string | null)[],
  also?: string,
): string | undefined {
  const { filter } = parseFilter(q);
  const more = also === undefined ? undefined : parseFilter(also).filter;
  const conditions = by.map((field, n) => conditionOf(field, values[n]));
  if (!filter || !conditions.every((one) => one !== undefined)) return undefined;
  const text = printFilter(
    [...conditions, ...(more ? [more] : [])].reduce((all, one) => combine(all, 'and', one), filter),
  );
  // A value may hold what no filter can: half a character, a control character.
  return parseFilter(text).problem ? undefined : text;
}

function conditionOf(field: string, value: string | null | undefined): Filter | undefined {
  const subject = parseSubject(field);
  // '' is an object, which has no text to ask for.
  if (!subject || value === undefined || value === '') return undefined;
  return value === null ? not({ kind: 'present', subject }) : { kind: 'is', subject, value };
}
