import {
  type EventId,
  type FieldName,
  type JsonObject,
  parseTime,
  type TrailEvent,
} from '@trailglass/record';
import fc from 'fast-check';
import { allOf, anyOf, type Filter, not, type Subject } from '../src/index.ts';

// Few words, so that filters and events meet often; odd ones, so that printing is hard.
const words = [
  'alice',
  'Alice',
  'i-0abc',
  'true',
  '50',
  '-5',
  'or',
  'NOT',
  '*',
  'a*b',
  'a?b',
  'a\\b',
  '\\',
  '"',
  'a b',
  '(x)',
  'x:y',
  '>5',
  'ümläut',
  '💥',
  '\u202fnarrow',
  '10.1.2.3',
  '10.0.0.0/8',
  '2026-11-01',
  '&&',
  'user=alice',
  'arn:aws:iam::1:user/alice',
  '__proto__',
];
const word = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ minLength: 1, maxLength: 6 }).filter((s) => !/[\p{Cc}\p{Cs}]/u.test(s)),
);

const key = fc.constantFrom(
  'requestParameters',
  'items',
  'name',
  'a.b',
  '"',
  'x y',
  '0',
  '__proto__',
  'é',
);
const textFields = ['eventName', 'username', 'eventSource', 'awsRegion', 'resourceName'] as const;
const textField = fc.constantFrom(...textFields).map((name): Subject => ({ kind: 'field', name }));
const path = fc
  .array(key, { minLength: 1, maxLength: 3 })
  .map((keys): Subject => ({ kind: 'path', path: keys }));
const subject = fc.oneof(textField, path);
const field = (name: FieldName): Subject => ({ kind: 'field', name });

const escape = (text: string) => text.replace(/[*?\\]/g, '\\$&');
const pattern = fc
  .tuple(word, fc.constantFrom('*', '?', '?*', '*?'), fc.option(word, { nil: '' }))
  .map(([before, wild, after]) => escape(before) + wild + escape(after));
const networks = ['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/32', '::ffff:10.0.0.0/104'];
const times = [
  '2026-11-01',
  '2026-11-01T10:00',
  '2026-11-01T10:00:00Z',
  '2026-11-01 12:00:00+02:00',
];
const numbers = ['50', '-5', '5e1', '0.5', '9007199254740993', '9007199254740992'];
const op = fc.constantFrom('<', '<=', '>', '>=');

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.tuple(subject, word).map(([s, value]): Filter => ({ kind: 'is', subject: s, value })),
  fc.tuple(subject, pattern).map(([s, p]): Filter => ({ kind: 'like', subject: s, pattern: p })),
  subject.map((s): Filter => ({ kind: 'present', subject: s })),
  fc
    .constantFrom('true', 'false')
    .map((value): Filter => ({ kind: 'is', subject: field('readOnly'), value })),
  fc
    .constantFrom(...times)
    .map((value): Filter => ({ kind: 'is', subject: field('eventTime'), value })),
  fc
    .tuple(fc.oneof(fc.constant(field('sourceIPAddress')), path), fc.constantFrom(...networks))
    .map(([s, network]): Filter => ({ kind: 'within', subject: s, network })),
  fc
    .tuple(op, fc.constantFrom(...times))
    .map(([o, value]): Filter => ({ kind: 'compare', subject: field('eventTime'), op: o, value })),
  fc
    .tuple(path, op, fc.constantFrom(...times, ...numbers))
    .map(([s, o, value]): Filter => ({ kind: 'compare', subject: s, op: o, value })),
  word.map((text): Filter => ({ kind: 'anywhere', text })),
);

/** Any filter in normal form, small enough for every limit. */
export const filter: fc.Arbitrary<Filter> = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(allOf),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(anyOf),
    tie('tree').map(not),
  ),
})).tree;

const scalar = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom<number | boolean | null>(50, 51, -5, 0.5, true, false, null),
  fc.constantFrom('2026-11-01T10:00:00Z', '10.1.2.3', '::ffff:10.9.9.9', '50', ''),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name = fc.constantFrom(...words.slice(0, 6), 'ec2.amazonaws.com');

/** An event whose envelope says of its record what AWS would. */
export const event: fc.Arbitrary<TrailEvent> = fc
  .record({
    rest: fc.dictionary(key, json, { maxKeys: 3 }),
    eventName: maybe(name),
    eventSource: maybe(name),
    userName: maybe(name),
    awsRegion: maybe(name),
    readOnly: maybe(fc.boolean()),
    sourceIPAddress: maybe(
      fc.constantFrom('10.1.2.3', '::ffff:10.1.2.3', '2001:db8::1', 'AWS Internal'),
    ),
    eventTime: fc.constantFrom(
      '2026-10-31T23:59:59Z',
      '2026-11-01T10:00:00Z',
      '2026-11-01T10:00:59.5Z',
    ),
    resources: fc.array(name, { maxLength: 2 }),
  })
  .map(({ rest, userName, resources, ...members }) => {
    const raw = JSON.stringify({
      ...rest,
      ...members,
      userIdentity: { type: 'IAMUser', userName },
    });
    const record = JSON.parse(raw) as JsonObject;
    const { eventName, eventSource, readOnly } = members;
    return {
      account: '111122223333' as TrailEvent['account'],
      region: 'us-east-2' as TrailEvent['region'],
      eventId: 'e-1' as EventId,
      time: parseTime(members.eventTime)!,
      raw,
      record,
      envelope: {
        eventName,
        eventSource,
        readOnly,
        username: userName,
        resources: resources.map((of) => ({ type: 'AWS::X', name: of })),
      },
      flaws: [],
    };
  });
