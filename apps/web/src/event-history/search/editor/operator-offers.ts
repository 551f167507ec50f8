import type { Completion, CompletionResult } from '@codemirror/autocomplete';
import { parseSubject } from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import type { Expected } from './expected.ts';
import { offer, type Writing } from './offer.ts';

const section = { name: 'Operators', rank: 0 };
const option = (label: string, detail: string, writing: Writing): Completion =>
  offer({ label, detail, section, type: 'operator' }, writing);

const present = option('*', 'there is a value', { text: '*' });
const starts = option('…*', 'begins with', { text: '*', back: 1 });
const contains = option('*…*', 'contains', { text: '**', back: 1 });
const several = option('(… OR …)', 'one of several', { text: '()', back: 1, goesOn: true });
const network = option('10.0.0.0/8', 'any address in a network', { text: '10.0.0.0/8' });

const orders = (what: 'time' | 'number'): readonly Completion[] =>
  (
    [
      [
        '>=',
        what === 'time' ? 'at or after, such as >=2026-11-01' : 'at least: a number or a time',
      ],
      ['<=', what === 'time' ? 'until the end of' : 'at most: a number or a time'],
      ['>', what === 'time' ? 'after' : 'more than'],
      ['<', what === 'time' ? 'before' : 'less than'],
    ] as const
  ).map(([sign, words]) => option(sign, words, { text: sign }));

/** Ways to compare that fit the field; of something begun, its beginning and its middle. */
export function operatorOffers(at: Expected, negated: boolean): CompletionResult | null {
  const subject = parseSubject(at.of);
  if (!subject) return null;
  const type = subject.kind === 'field' ? (fieldNamed(subject.name)?.type ?? 'text') : 'path';
  const result = (options: readonly Completion[]): CompletionResult | null =>
    options.length === 0 ? null : { from: at.from, to: at.to, options, filter: false };
  const textual = type !== 'time' && type !== 'flag';
  if (at.typed !== '') {
    // A network is whole as it stands.
    if (!textual || !/^[^"*?<>()\\\s/]+$/.test(at.typed)) return null;
    return result([
      option(`${at.typed}*`, 'begins with', { text: `${at.typed}*` }),
      option(`*${at.typed}*`, 'contains', { text: `*${at.typed}*` }),
    ]);
  }
  if (!at.alone) return null;
  const not = option('-', 'not: everything else', {
    text: '',
    also: { at: at.field, text: '-' },
    goesOn: true,
  });
  return result([
    ...(type === 'time' ? orders('time') : []),
    ...(textual ? [present, starts, contains, several] : []),
    ...(type === 'ip' ? [network] : []),
    ...(type === 'path' ? orders('number') : []),
    ...(negated ? [] : [not]),
  ]);
}
