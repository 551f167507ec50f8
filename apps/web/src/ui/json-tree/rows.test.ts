import { expect, test } from 'vitest';
import { keyOf, plainText } from '../json/node.ts';
import { isUnreadable, type JsonDocument, readJson } from '../json/read.ts';
import { asArrived, type Openness, revealing, visibleRows, withRow } from './rows.ts';
import { hits } from '../json/search.ts';

function reading(text: string): JsonDocument {
  const read = readJson(text);
  if (isUnreadable(read)) throw new Error(`not JSON at ${read.at}`);
  return read;
}
const lines = (document: JsonDocument, openness: Openness): string[] =>
  visibleRows(document, 0, openness).map(
    (row) =>
      `${'  '.repeat(row.depth)}${keyOf(row.document, row.node) ?? '-'}${row.open === undefined ? '' : row.open ? ' v' : ' >'}`,
  );
const closed: Openness = { rule: 'none', changed: new Map() };
const toggled = (document: JsonDocument, index: number, open: boolean): Openness => {
  const row = visibleRows(document, 0, asArrived)[index];
  return row ? withRow(asArrived, row, 0, open) : asArrived;
};
const small = reading('{"a":{"b":[1,2],"empty":{}},"c":"x"}');

test('a small tree arrives open, and closes where it is told to', () => {
  expect(lines(small, asArrived)).toEqual(['a v', '  b v', '    -', '    -', '  empty', 'c']);
  expect(lines(small, toggled(small, 1, false))).toEqual(['a v', '  b >', '  empty', 'c']);
  expect(lines(small, closed)).toEqual(['a >', 'c']);
});

test('of a large tree the first levels arrive open', () => {
  const large = reading(JSON.stringify({ items: Array.from({ length: 300 }, (_, i) => ({ i })) }));
  expect(lines(large, asArrived)).toHaveLength(301);
});

test('JSON in a string opens in place', () => {
  const document = reading(String.raw`{"policy":"{\"Statement\":[{\"Effect\":\"Allow\"}]}"}`);
  expect(lines(document, toggled(document, 0, true))).toEqual([
    'policy v',
    '  Statement v',
    '    - v',
    '      Effect',
  ]);
});

test('a search finds keys and values in any case, and can show where', () => {
  const document = reading('{"a":{"Name":"x","list":[{"deep":"\\"NAME\\""}]},"b":12}');
  const found = hits(document, 0, 'name');
  expect(found.map((node) => keyOf(document, node))).toEqual(['Name', 'deep']);
  expect(hits(document, 0, '"NAME"').map((node) => plainText(document, node))).toEqual(['"NAME"']);
  expect(hits(document, 0, '{')).toEqual([]);
  expect(hits(document, 0, '12')).toEqual([6]);
  const shown = revealing(closed, document, 0, found[1] ?? 0);
  expect(lines(document, shown)).toEqual([
    'a v',
    '  Name',
    '  list v',
    '    - v',
    '      deep',
    'b >'.slice(0, 1),
  ]);
});
