import { type FieldName, readEvent, type Scope, type TrailEvent } from '@trailglass/record';
import { allOf, anyOf, type Filter, not, type Subject } from '@trailglass/query';
import fc from 'fast-check';
import { filter as ordinary } from '../../../../packages/query/test/arbitrary.ts';

// Few keys and values, so that filters meet events; each is there because some engine could take it for another.
const texts = [
  ["' OR 1=1 --", '%', '_', 'a%b', 'a_b', 'a\\b', '\\', '"', '`', '?', '*', 'a.b', '$', '{}'],
  ['İstanbul', 'istanbul', 'ΣΑΣ', 'σας', 'Kelvin', 'kelvin', 'ß', 'SS', 'ſ', 'é', 'É', 'Ɤ'],
  ['a\nb', 'a\u0000b', '\u001f', '\u007f', '\ufffd', 'a\ud800b', '\ud83d', '\u2028', '', '💥'],
  ['null', 'true', 'True', '{"a":1}', '[1]', '007', '1e2', '100', '-0', '0', '1.50', '1.5'],
  ['9007199254740993', '9007199254740992', '123456789012345678901234567890.5', '99', '1e400'],
  ['10.1.2.3', '10.1.2.3.4', '010.1.2.3', '::ffff:10.1.2.3', '0:0:0:0:0:FFFF:a01:203'],
  ['2001:db8::1', '10.0.0.0/8', '2001:db8::/32', '255.255.255.255', '0.0.0.0', 'a:b'],
  ['2026-11-01T10:00:00Z', '2026-11-01 10:00:00', '2026-11-01T12:00:00.5+02:00'],
  ['2026-02-30T10:00:00Z', '2026-11-01T24:00:00Z', '2026-11-01'],
].flat();
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const keys = ['a', 'b', 'a.b', '"', '\\', '$', '*', '**', '', '0', '1', '01', '/', '~1', '💥'];
const key = fc.constantFrom(...keys, '__proto__', 'constructor', '\ufffd', '\u0000', "'", '#-1');

const numbers = ['0', '-0', '5', '50', '5e1', '50.0', '0.5', '1E2', '100', '1.5', '1.50', '0.1'];
const long = ['9007199254740992', '9007199254740993', '1e400', '-1e-400', '123456789012345.678'];
const number = fc.constantFrom(...numbers, ...long);

// Text of JSON and not values: records are written by others, who write the same thing in many ways.
const string = fc.tuple(text, fc.integer({ min: 0, max: 9 })).map(([value, style]) => {
  const plain = JSON.stringify(value);
  if (style > 1) return plain;
  return style === 0
    ? plain.replace(/[^\0-\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : plain.replace(/[a/]/g, (c) => (c === '/' ? '\\/' : '\\u0061'));
});
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(string, number, fc.constantFrom('null', 'true', 'false', '[]', '{}')),
    fc.array(tie('value'), { maxLength: 3 }).map((of) => `[${of.join(',')}]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 3 })
      .map((of) => `{${of.map(([k, v]) => `${JSON.stringify(k)}:${v}`).join(',')}}`),
    fc.tuple(fc.nat(190), tie('value')).map(([n, v]) => `${'{"a":'.repeat(n)}${v}${'}'.repeat(n)}`),
  ),
})).value;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const scope = { account: '111122223333', region: 'us-east-2' } as Scope;

/** An event as an answer may bring it, with a record that anybody may have written, or a broken one. */
export const event: fc.Arbitrary<TrailEvent> = fc
  .record({
    parameters: json,
    twice: maybe(json),
    address: text,
    broken: fc.integer({ min: 0, max: 19 }),
    Username: maybe(text),
    ReadOnly: maybe(fc.constantFrom('true', 'false')),
    Resources: fc.array(fc.record({ ResourceName: text }), { maxLength: 2 }),
    EventTime: fc.constantFrom(
      '2026-11-01T10:00:00Z',
      '2026-11-01T10:00:59.5Z',
      '1999-12-31T00:00:00Z',
    ),
  })
  .map(({ parameters, twice, address, broken, ...item }) => {
    const again = twice === undefined ? '' : `,"requestParameters":${twice}`;
    const record = `{"eventTime":"${item.EventTime}","requestParameters":${parameters},"sourceIPAddress":${JSON.stringify(address)}${again}}`;
    const given = {
      ...item,
      EventId: 'e-1',
      CloudTrailEvent: broken === 0 ? record.slice(1) : record,
    };
    return readEvent(given, scope).event!;
  });

const field = fc
  .constantFrom<FieldName[]>(
    'username',
    'sourceIPAddress',
    'resourceName',
    'readOnly',
    'eventTime',
    'eventId',
  )
  .map((name): Subject => ({ kind: 'field', name }));
const path = fc
  .array(key, { maxLength: 3 })
  .map((rest): Subject => ({ kind: 'path', path: ['requestParameters', ...rest] }));
const subject = fc.oneof(field, path);
const escape = (value: string) => value.replace(/[*?\\]/g, '\\$&');
const pattern = fc.oneof(
  fc
    .tuple(text, fc.constantFrom('*', '?', '**', '*?'), text)
    .map(([before, wild, after]) => escape(before) + wild + escape(after)),
  text.map((part) => `*${escape(part)}*`),
  // Wildcards anywhere in what events have, so that it still fits.
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(8), fc.constantFrom('*', '?')), { maxLength: 4 }))
    .map(([part, wild]) => {
      const pieces = Array.from(part, escape);
      for (const [at, put] of wild) {
        if (put === '?' && at < pieces.length) pieces[at] = '?';
        else pieces.splice(at, 0, '*');
      }
      return pieces.join('');
    }),
  text.map((part) => `?${escape(part.slice(1))}`),
);
const networks = [
  '10.0.0.0/8',
  '10.1.2.0/23',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::/32',
  'a:b',
  '::ffff:10.0.0.0/104',
];
const op = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const);
const wanted = fc.oneof(
  number,
  fc.constantFrom('2026-11-01', '2026-11-01T10:00:00Z', '2026-11-01T12:00+02:00', 'x'),
);

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(subject, fc.oneof(text, number, fc.constantFrom('true', 'false', '2026-11-01')))
    .map(([s, value]): Filter => ({ kind: 'is', subject: s, value })),
  fc.tuple(subject, pattern).map(([s, p]): Filter => ({ kind: 'like', subject: s, pattern: p })),
  subject.map((s): Filter => ({ kind: 'present', subject: s })),
  fc
    .tuple(subject, fc.constantFrom(...networks))
    .map(([s, network]): Filter => ({ kind: 'within', subject: s, network })),
  fc
    .tuple(subject, op, wanted)
    .map(([s, o, value]): Filter => ({ kind: 'compare', subject: s, op: o, value })),
  text.map((word): Filter => ({ kind: 'anywhere', text: word })),
);
const odd: fc.Arbitrary<Filter> = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: condition },
    fc.array(tie('tree'), { maxLength: 3 }).map(allOf),
    fc.array(tie('tree'), { maxLength: 3 }).map(anyOf),
    tie('tree').map(not),
  ),
})).tree;

/** Filters as people write them, and such as only a hand-made tree holds. */
export const filter = fc.oneof(odd, ordinary);
