import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { Filter, Subject } from '@trailglass/query';
import { catalogue, type FieldType } from '@trailglass/record';
import { counted } from '../../ui/numbers/count.ts';
import { subjectKey, subjectLabel } from '../../fields/subjects.ts';
import type { Suggestion } from './values/suggestions.ts';

const texts = ['=', '!=', ':', '!:', '^', '!^'] as const;
const operators: Readonly<Record<FieldType, readonly string[]>> = {
  text: texts,
  texts,
  ip: texts,
  flag: ['=', '!='],
  time: ['>=', '<=', '>', '<'],
};

const fields = catalogue.map((field): PropertyFilterProps.FilteringProperty => ({
  key: field.name,
  propertyLabel: field.label,
  groupValuesLabel: `${field.label} values`,
  operators: operators[field.type],
  group: field.attribute ? 'aws' : 'here',
  ...(field.type === 'time' ? { defaultOperator: '>=' } : {}),
}));

export const propertyGroups: readonly PropertyFilterProps.GroupText[] = [
  {
    group: 'aws',
    properties: 'Fields that AWS can look up',
    values: 'Values that AWS can look up',
  },
  {
    group: 'here',
    properties: 'Fields that Trailglass applies',
    values: 'Values that Trailglass applies',
  },
  { group: 'path', properties: 'Paths in the record', values: 'Values of paths' },
];

/** Every catalogue field, and the paths that the filter itself uses. */
export function filteringProperties(
  filter: Filter,
): readonly PropertyFilterProps.FilteringProperty[] {
  const paths = new Map<string, Subject>();
  for (const subject of subjectsOf(filter)) {
    if (subject.kind === 'path') paths.set(subjectKey(subject), subject);
  }
  const own = [...paths].map(([key, subject]) => ({
    key,
    propertyLabel: subjectLabel(subject),
    groupValuesLabel: 'Values',
    operators: [...texts, '>', '>=', '<', '<='],
    group: 'path',
  }));
  return [...fields, ...own];
}

function subjectsOf(filter: Filter): readonly Subject[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.flatMap(subjectsOf);
  if (filter.kind === 'not') return subjectsOf(filter.of);
  return filter.kind === 'anywhere' ? [] : [filter.subject];
}

/**
 * Values to choose from, each once, with the most that is known of it.
 * @param listed of the rows on the page
 * @param read of all that is read
 */
export function filteringOptions(
  listed: readonly Suggestion[],
  read: readonly Suggestion[],
): readonly PropertyFilterProps.FilteringOption[] {
  const key = ({ subject, value }: Suggestion): string => JSON.stringify([subject, value]);
  const known = new Set(read.map(key));
  return [
    ...read.map((one) => option(one, (count) => counted(count, 'event'))),
    ...listed
      .filter((one) => !known.has(key(one)))
      .map((one) => option(one, (count) => `${count.toLocaleString('en')} in the list`)),
  ];
}

const option = (
  { subject, value, count }: Suggestion,
  words: (count: number) => string,
): PropertyFilterProps.FilteringOption => ({
  propertyKey: subject,
  value: value.replaceAll(/[\\*?]/g, (sign) => `\\${sign}`),
  label: value,
  ...(count === undefined ? {} : { tags: [words(count)] }),
});
