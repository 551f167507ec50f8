import { catalogue, type Field, fieldNamed } from '@trailglass/record';
import { parseDecimal } from './decimal.ts';
import type { Comparison, Filter, Subject } from './filter.ts';
import { checkWildcards } from './limits.ts';
import { FilterMistake } from './mistake.ts';
import { parseNetwork } from './network.ts';
import type { Word } from './scan.ts';
import { timeSpan } from './time-span.ts';

const rows = new Map<string, Field>(catalogue.map((row) => [row.name, row]));
export const fieldOf = (subject: Subject): Field | undefined =>
  subject.kind === 'field' ? rows.get(subject.name) : undefined;

const timeForms = 'Write 2026-11-01, or 2026-11-01T15:30:00Z; without an offset it is UTC.';
const fail = (word: Word, reason: string): never => {
  throw new FilterMistake(word.from, word.to, reason);
};

/**
 * What `subject:word` asks. An unquoted CIDR is a network on an IP field and on a path; quoted it is text.
 */
export function condition(subject: Subject, word: Word): Filter {
  if (word.text === '')
    return fail(word, 'The value is empty. For events without a value write -field:*.');
  if (word.wild && word.pattern === '*') return { kind: 'present', subject };
  const field = fieldOf(subject);
  if (field?.type === 'flag') {
    const value = word.text.toLowerCase();
    if (value === 'true' || value === 'false') return { kind: 'is', subject, value };
    return fail(word, `${field.label} is true or false.`);
  }
  if (field?.type === 'time' && timeSpan(word.text) === undefined)
    return fail(word, `“${word.text}” is not a date or time. ${timeForms}`);
  if (word.wild) {
    checkWildcards(word);
    return { kind: 'like', subject, pattern: word.pattern };
  }
  if (!word.quoted && word.text.includes('/') && (!field || field.type === 'ip')) {
    if (parseNetwork(word.text) !== undefined)
      return { kind: 'within', subject, network: word.text };
    if (field)
      return fail(
        word,
        `“${word.text}” is not a network. Write one as 10.0.0.0/8 or 2001:db8::/32.`,
      );
  }
  return { kind: 'is', subject, value: word.text };
}

/** What `subject:>=word` asks: times on time fields, times and numbers on paths. */
export function comparison(subject: Subject, op: Comparison, word: Word): Filter {
  if (word.text === '') return fail(word, `There is no value after ${op}.`);
  const field = fieldOf(subject);
  if (field && field.type !== 'time')
    return fail(
      word,
      `${field.label} has no order: ${op} works on times, and on numbers within the record. For the characters themselves, use quotes.`,
    );
  const isTime = timeSpan(word.text) !== undefined;
  if (field && !isTime) return fail(word, `“${word.text}” is not a date or time. ${timeForms}`);
  if (!isTime && parseDecimal(word.text) === undefined)
    return fail(word, `“${word.text}” is neither a number nor a time. ${timeForms}`);
  return { kind: 'compare', subject, op, value: word.text };
}

const foreign = new Map([
  ['&&', 'AND'],
  ['||', 'OR'],
  ['!', 'NOT'],
]);

/** `user=alice` and `&&` would be looked for as text, find nothing, and not say why. */
function refuseOtherLanguages(word: Word): void {
  const own = foreign.get(word.text);
  if (own) fail(word, `Write ${own} for ${word.text}, or quote it to find the characters.`);
  const [, name = '', not = '', value = ''] = /^(\w+)(!?)==?(.*)$/s.exec(word.text) ?? [];
  if (name !== '' && fieldNamed(name))
    fail(
      word,
      `Write ${not ? '-' : ''}${name}:${value || 'value'} for a condition, or quote it to find the characters.`,
    );
}

/** What a word without a field asks. */
export function anywhere(word: Word): Filter {
  if (word.text === '') return fail(word, 'There is nothing between the quotes.');
  if (word.wild)
    return fail(
      word,
      `A word without a field is found anywhere within a record and takes no wildcards. Leave them out, or quote them to find the characters themselves.`,
    );
  if (!word.quoted) refuseOtherLanguages(word);
  return { kind: 'anywhere', text: word.text };
}
