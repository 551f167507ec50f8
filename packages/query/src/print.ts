import type { Filter, Subject } from './filter.ts';
import { parseNetwork } from './network.ts';
import { subjectText } from './subject.ts';

type Condition = Extract<Filter, { readonly subject: Subject }>;

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const operator = /^(?:and|or|not)$/i;
const plainValue = /^[^\s"\\()*?<>-][^\s"\\()*?]*$/;
const plainWord = /^[^\s:"()\\*?=&|!-][^\s:"()\\*?=]*$/;
/** No event is without an id: this matches none, as an `or` of nothing does. */
const nothing = '-eventId:*';

const isPlain = (text: string): boolean => plainValue.test(text) && !operator.test(text);

/** What stands after the colon. */
function valueText(condition: Condition): string {
  switch (condition.kind) {
    case 'present':
      return '*';
    case 'within':
      return condition.network;
    case 'like':
      return condition.pattern.replace(/[\s"()]|^[-<>]/g, '\\$&');
    case 'compare':
      return condition.op + (/\s/.test(condition.value) ? quote(condition.value) : condition.value);
    case 'is': {
      const { value } = condition;
      return isPlain(value) && parseNetwork(value) === undefined ? value : quote(value);
    }
  }
}

const asCondition = (filter: Filter): Condition | undefined =>
  'subject' in filter ? filter : undefined;

/** `name:(RunInstances OR Terminate*)` where all alternatives are about one subject. */
function alternatives(of: readonly Filter[]): string | undefined {
  const conditions = of.map(asCondition).filter((c) => c !== undefined);
  const [subject, ...others] = new Set(conditions.map((c) => subjectText(c.subject)));
  if (subject === undefined || others.length > 0 || conditions.length < of.length) return undefined;
  return `${subject}:(${conditions.map(valueText).join(' OR ')})`;
}

/** Text that may stand after a minus and beside other terms. */
function termText(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
      return filter.of.length === 0 ? '-' + nothing : `(${printFilter(filter)})`;
    case 'or':
      return filter.of.length === 0
        ? nothing
        : (alternatives(filter.of) ?? `(${printFilter(filter)})`);
    case 'not':
      return `-${termText(filter.of)}`;
    case 'anywhere':
      return plainWord.test(filter.text) && !operator.test(filter.text)
        ? filter.text
        : quote(filter.text);
    case 'is':
    case 'like':
    case 'present':
    case 'within':
    case 'compare':
      return `${subjectText(filter.subject)}:${valueText(filter)}`;
  }
}

/**
 * The filter's text; parseFilter of it gives the same tree if that is in normal form (see normal.ts), else one that
 * means the same. The empty filter prints as ''.
 */
export function printFilter(filter: Filter): string {
  if (filter.kind === 'and') return filter.of.map(termText).join(' ');
  if (filter.kind === 'or' && filter.of.length > 0)
    return alternatives(filter.of) ?? filter.of.map(termText).join(' OR ');
  return termText(filter);
}
