import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactText, isContainer, plainText } from '../../ui/json/node.ts';
import { isUnreadable, readJson } from '../../ui/json/read.ts';
import { type Compared, compare } from './compared.ts';
import type { Place } from './likeness.ts';

function placed(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const document = readJson(text);
  if (isUnreadable(document)) throw new Error(`no JSON: ${text}`);
  return { document, node: 0 };
}
const of = (...texts: readonly (string | undefined)[]): Compared => compare(texts.map(placed));

/** One record's JSON, told from the comparison alone. */
function column(value: Compared, at: number): unknown {
  const place = value.places[at];
  if (!place) throw new Error('absent');
  const { document, node } = place;
  if (!isContainer(document, node) || value.members.length === 0) {
    return JSON.parse(exactText(document, node)) as unknown;
  }
  const there = value.members.filter((member) => member.places[at] !== undefined);
  if (document.nodes.kind(node) === 'array') return there.map((member) => column(member, at));
  return Object.fromEntries(there.map((member) => [member.key, column(member, at)]));
}

const small = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 1, 2, 'a', 'b', '{"a":1}', '{"a":2}'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), tie('value')),
  ),
})).value;
const records = fc.array(small, { minLength: 2, maxLength: 5 });

test('each record can be told from the comparison: nothing is lost, doubled or out of its order', () => {
  fc.assert(
    fc.property(records, (values) => {
      const comparison = of(...values.map((value) => JSON.stringify(value)));
      for (const [at, value] of values.entries()) expect(column(comparison, at)).toEqual(value);
    }),
  );
});

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? // An object without members is no list without items.
        ['{', ...Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))]
      : inner,
  );

test('what is called the same is the same, and what is not differs', () => {
  fc.assert(
    fc.property(records, (values) => {
      const check = (value: Compared): void => {
        const texts = value.places.map((place, at) => place && canonical(column(value, at)));
        expect(value.same).toBe(new Set(texts).size === 1);
        if (!value.inText) for (const member of value.members) check(member);
      };
      check(of(...values.map((value) => JSON.stringify(value))));
    }),
  );
});

/** `key: value | value` for each innermost value that differs. */
function differences(value: Compared): readonly string[] {
  if (value.same) return [];
  if (value.members.length > 0) return value.members.flatMap(differences);
  const texts = value.places.map((place) => (place ? plainText(place.document, place.node) : '–'));
  return [`${value.key ?? ''}: ${texts.join(' | ')}`];
}

test('numbers beyond 2^53 that end alike for JavaScript still differ', () => {
  expect(differences(of('{"size":9007199254740993}', '{"size":9007199254740992}'))).toEqual([
    'size: 9007199254740993 | 9007199254740992',
  ]);
});

test('the order of keys and the way a text was escaped are no difference', () => {
  expect(of('{"a":1,"b":"é"}', '{"b":"\\u00e9","a":1}').same).toBe(true);
});

test('one item more in a list is one difference, not a shift of all that follow', () => {
  const rule = (port: number): string => `{"fromPort":${port}}`;
  expect(
    of(`[${rule(22)},${rule(443)}]`, `[${rule(22)},${rule(80)},${rule(443)}]`).members.map(
      ({ same, places }) => [same, places.map((place) => place !== undefined)],
    ),
  ).toEqual([
    [true, [true, true]],
    [false, [false, true]],
    [true, [true, true]],
  ]);
});

test('a policy inside a text is compared as the JSON that it is', () => {
  const policy = (action: string): string =>
    JSON.stringify({
      policy: JSON.stringify({ Statement: [{ Action: action, Effect: 'Allow' }] }),
    });
  expect(differences(of(policy('s3:Get*'), policy('s3:*')))).toEqual(['Action: s3:Get* | s3:*']);
});

test('of three, the one without the member is told', () => {
  expect(differences(of('{"a":1}', '{"a":1,"b":null}', '{"a":1}'))).toEqual(['b: – | null | –']);
});

test('a name that stands twice in one object stays two', () => {
  expect(differences(of('{"a":1,"a":2}', '{"a":1,"a":3}'))).toEqual(['a: 2 | 3']);
});

test('100,000 levels and 30,000 members in reverse neither overflow nor hang', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const wide = (names: readonly number[]): string =>
    `{${names.map((name) => `"k${name}":${name}`).join(',')}}`;
  const names = Array.from({ length: 30_000 }, (_, at) => at);
  expect(of(deep, deep).same).toBe(true);
  expect(of(wide(names), wide(names.toReversed())).same).toBe(true);
});
