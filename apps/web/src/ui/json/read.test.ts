import { array, assert, constantFrom, integer, json, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { childNamed, children, embedded, exactText, keyOf, keyPath, plainText } from './node.ts';
import { isUnreadable, type JsonDocument, readJson } from './read.ts';

function reading(text: string): JsonDocument {
  const read = readJson(text);
  if (isUnreadable(read)) throw new Error(`not JSON at ${read.at}`);
  return read;
}

/** Writes a document again from its nodes alone. */
function written(document: JsonDocument, node = 0): string {
  const kind = document.nodes.kind(node);
  if (kind !== 'object' && kind !== 'array') return exactText(document, node);
  const inner = [...children(document, node)].map((child) => {
    const { nodes, text } = document;
    const key = nodes.keyFrom(child);
    return (key < 0 ? '' : `${text.slice(key, nodes.keyTo(child))}:`) + written(document, child);
  });
  return kind === 'object' ? `{${inner.join(',')}}` : `[${inner.join(',')}]`;
}
/** The text without the blanks between its tokens. */
const tight = (text: string): string =>
  text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');
const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('nothing is converted: written again it has the same tokens', () => {
  assert(
    property(json({ maxDepth: 6 }), constantFrom(undefined, 2), (text, indent) => {
      const given = JSON.stringify(JSON.parse(text), null, indent);
      expect(written(reading(given))).toBe(tight(given));
    }),
    { numRuns: 1000 },
  );
});

test('numbers keep their digits', () => {
  const document = reading('{"big":12345678901234567890,"e":1.688560107857E9,"zero":-0.0}');
  expect([1, 2, 3].map((node) => plainText(document, node))).toEqual([
    '12345678901234567890',
    '1.688560107857E9',
    '-0.0',
  ]);
});

test('duplicate keys stay two, and prototype names are names', () => {
  const document = reading('{"a":1,"a":2,"__proto__":3,"constructor":4}');
  expect([...children(document, 0)].map((node) => keyOf(document, node))).toEqual([
    'a',
    'a',
    '__proto__',
    'constructor',
  ]);
  expect(childNamed(document, 0, '__proto__')).toBe(3);
  expect(childNamed(document, 0, 'toString')).toBeUndefined();
});

test('a path goes through arrays, as filters do', () => {
  const document = reading('{"items":[{"a.b":[1,[2]]}]}');
  expect(keyPath(document, document.nodes.size - 1)).toEqual(['items', 'a.b']);
});

test('JSON inside a string is read when it is whole', () => {
  const document = reading(String.raw`["{\"Version\":\"2012-10-17\"}","{not json}","plain","[]"]`);
  const inner = embedded(document, 1);
  expect(inner && plainText(inner, 1)).toBe('2012-10-17');
  expect([2, 3, 4].map((node) => embedded(document, node))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

const record = JSON.stringify({
  eventVersion: '1.08',
  userIdentity: { type: 'IAMUser', userName: 'kodekloud', sessionContext: { attributes: {} } },
  requestParameters: {
    instancesSet: { items: [{ imageId: 'ami-036f5574583e16426', minCount: 1 }] },
  },
  responseElements: null,
  note: 'ü \u202e "quoted" \\ \n',
});

test('10,000 mutated records: read exactly when JSON.parse reads them, and never a throw', () => {
  const mutation = tuple(
    integer({ min: 0, max: record.length }),
    integer({ min: 0, max: 8 }),
    string({
      unit: constantFrom(
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '0',
        '-',
        'e',
        'n',
        '\u0000',
        ' ',
      ),
      maxLength: 3,
    }),
  );
  assert(
    property(array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      let text = record;
      for (const [at, cut, put] of mutations) text = text.slice(0, at) + put + text.slice(at + cut);
      expect(isUnreadable(readJson(text))).toBe(!accepts(text));
    }),
    { numRuns: 10_000 },
  );
});

test('depth is no danger', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(reading(deep).nodes.size).toBe(200_000);
  expect(readJson('['.repeat(200_000))).toEqual({ at: 200_000 });
});
