import {
  allOf,
  combine,
  conjuncts,
  type Filter,
  not,
  parseFilter,
  parseSubject,
  printFilter,
} from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import type { ShownValue } from '../ui/value-menu/value-actions.ts';

type Is = Extract<Filter, { kind: 'is' }>;

/** The condition that a shown value stands for; undefined when the filter language has no name for where it stands. */
function conditionFor({ subject, value }: ShownValue): Is | undefined {
  const named = parseSubject(subject);
  return named && { kind: 'is', subject: named, value };
}

/** A record has one value there, so two different ones can never both hold. */
const excludes = (added: Is, present: Filter): boolean =>
  added.subject.kind === 'field' &&
  fieldNamed(added.subject.name)?.type !== 'texts' &&
  present.kind === 'is' &&
  present.subject.kind === 'field' &&
  present.subject.name === added.subject.name &&
  present.value !== added.value;

/** The filter's text with one more condition; undefined when the text on the page is no filter. */
export function narrowed(q: string, condition: Filter): string | undefined {
  const { filter } = parseFilter(q);
  return filter && printFilter(combine(filter, 'and', condition));
}

/**
 * The filter's text with what the reader chose in a value's menu. Undefined when it cannot be said, or when the
 * text on the page is no filter: what is being typed must not be thrown away.
 */
export function editFilter(
  q: string,
  how: 'for' | 'out' | 'only',
  shown: ShownValue,
): string | undefined {
  const condition = conditionFor(shown);
  if (!condition) return undefined;
  if (how === 'only') return printFilter(condition);
  const { filter } = parseFilter(q);
  if (!filter) return undefined;
  if (how === 'out') return printFilter(combine(filter, 'and', not(condition)));
  const room = allOf(conjuncts(filter).filter((present) => !excludes(condition, present)));
  return printFilter(combine(room, 'and', condition));
}
