import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Filter,
  filterLimits,
  filterSpans,
  parseFilter,
  printFilter,
  type Span,
} from '../src/index.ts';
import { filter } from './arbitrary.ts';

const pieces = (text: string) =>
  filterSpans(text).map(({ from, to, kind, of }) => [
    kind,
    text.slice(from, to),
    ...(of === undefined ? [] : [of]),
  ]);

test('fields, operators, comparisons, values and words, each where it stands', () => {
  expect(pieces('-user:alice OR (name:(Run* >=5) "a b") x')).toEqual([
    ['operator', '-'],
    ['field', 'user', 'user'],
    ['colon', ':', 'user'],
    ['value', 'alice', 'user'],
    ['space', ' '],
    ['operator', 'OR'],
    ['space', ' '],
    ['bracket', '('],
    ['field', 'name', 'name'],
    ['colon', ':', 'name'],
    ['bracket', '(', 'name'],
    ['value', 'Run*', 'name'],
    ['space', ' ', 'name'],
    ['comparison', '>=', 'name'],
    ['value', '5', 'name'],
    ['bracket', ')'],
    ['space', ' '],
    ['word', '"a b"'],
    ['bracket', ')'],
    ['space', ' '],
    ['word', 'x'],
  ]);
});

test('text that is no filter, or not yet one, is still told apart', () => {
  expect(pieces('user:')).toEqual([
    ['field', 'user', 'user'],
    ['colon', ':', 'user'],
  ]);
  expect(pieces('user:"al')).toEqual([
    ['field', 'user', 'user'],
    ['colon', ':', 'user'],
    ['value', '"al', 'user'],
  ]);
  expect(pieces('a(b) ) user:')).toEqual([
    ['word', 'a(b'],
    ['bracket', ')'],
    ['space', ' '],
    ['bracket', ')'],
    ['space', ' '],
    ['field', 'user', 'user'],
    ['colon', ':', 'user'],
  ]);
  // What follows a mistake is read as if there were none.
  expect(pieces('nofield:x user:bob')).toContainEqual(['value', 'bob', 'user']);
});

const scraps = [
  '"',
  '\\',
  '(',
  ')',
  ':',
  ' ',
  '-',
  '<',
  '>=',
  'user',
  'OR',
  'not',
  'a.b',
  '\u202e',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 4 })))
    .map((s) => s.join('')),
  filter.map(printFilter),
);

test('the spans of any text are all of it, in order and without gaps', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { from, to } of filterSpans(text)) {
        expect(from).toBe(at);
        expect(to).toBeGreaterThan(from);
        at = to;
      }
      expect(at).toBe(text.length);
    }),
    { numRuns: 1000 },
  );
});

const leaves = (tree: Filter): readonly Filter[] =>
  tree.kind === 'not' ? leaves(tree.of) : 'of' in tree ? tree.of.flatMap(leaves) : [tree];

/** The conditions that the spans name, each read on its own. */
function named(text: string): readonly (Filter | undefined)[] {
  const found: (Filter | undefined)[] = [];
  let comparison = '';
  const textOf = ({ from, to }: Span): string => text.slice(from, to);
  for (const span of filterSpans(text)) {
    if (span.kind === 'comparison') comparison = textOf(span);
    if (span.kind === 'word') found.push(parseFilter(textOf(span)).filter);
    if (span.kind !== 'value') continue;
    found.push(parseFilter(`${span.of}:${comparison}${textOf(span)}`).filter);
    comparison = '';
  }
  return found;
}

test('the spans of a filter name the very conditions that the parser reads', () => {
  fc.assert(
    fc.property(filter.map(printFilter), (text) => {
      const read = parseFilter(text).filter;
      if (!read) return;
      expect(named(text)).toEqual(leaves(read));
    }),
    { numRuns: 1000 },
  );
});

test('the longest filters are taken apart between two keystrokes', () => {
  const started = Date.now();
  for (const scrap of ['"', '"a ', '\\"', 'a.', 'a:', '(', '-', 'x:"', '":', 'and ', '"a"b'])
    filterSpans(scrap.repeat(Math.ceil(filterLimits.characters / scrap.length)));
  expect(Date.now() - started).toBeLessThan(2000);
});
