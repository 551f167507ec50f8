import { expect, test } from 'vitest';
import { type Filter, filterLimits, parseFilter, type Subject } from './index.ts';

const user: Subject = { kind: 'field', name: 'username' };
const name: Subject = { kind: 'field', name: 'eventName' };
const ip: Subject = { kind: 'field', name: 'sourceIPAddress' };
const readOnly: Subject = { kind: 'field', name: 'readOnly' };
const path = (...keys: string[]): Subject => ({ kind: 'path', path: keys });
const is = (subject: Subject, value: string): Filter => ({ kind: 'is', subject, value });
const word = (text: string): Filter => ({ kind: 'anywhere', text });

const read = (text: string) => parseFilter(text).filter;

test('one filter with everything in it', () => {
  expect(
    read(
      'user:alice -readOnly:true name:(RunInstances OR Terminate*) error:* ip:10.0.0.0/8 requestParameters.instanceType:t3.micro "i-0abc" time:>=2026-11-01 requestParameters.maxResults:>50',
    ),
  ).toEqual({
    kind: 'and',
    of: [
      is(user, 'alice'),
      { kind: 'not', of: is(readOnly, 'true') },
      {
        kind: 'or',
        of: [is(name, 'RunInstances'), { kind: 'like', subject: name, pattern: 'Terminate*' }],
      },
      { kind: 'present', subject: { kind: 'field', name: 'errorCode' } },
      { kind: 'within', subject: ip, network: '10.0.0.0/8' },
      is(path('requestParameters', 'instanceType'), 't3.micro'),
      word('i-0abc'),
      {
        kind: 'compare',
        subject: { kind: 'field', name: 'eventTime' },
        op: '>=',
        value: '2026-11-01',
      },
      {
        kind: 'compare',
        subject: path('requestParameters', 'maxResults'),
        op: '>',
        value: '50',
      },
    ],
  });
});

test.each<[string, Filter]>([
  ['USERNAME:alice', is(user, 'alice')],
  ['user:"a b"', is(user, 'a b')],
  [String.raw`user:"say \"hi\" \\"`, is(user, String.raw`say "hi" \ `.trim())],
  [String.raw`user:CORP\alice`, is(user, String.raw`CORP\alice`)],
  [String.raw`user:a\*`, is(user, 'a*')],
  ['user:"a*"', is(user, 'a*')],
  [String.raw`user:a\**`, { kind: 'like', subject: user, pattern: String.raw`a\**` }],
  ['user:a**', { kind: 'like', subject: user, pattern: 'a*' }],
  ['ip:"10.0.0.0/8"', is(ip, '10.0.0.0/8')],
  ['ip:2001:db8::1', is(ip, '2001:db8::1')],
  ['readonly:FALSE', is(readOnly, 'false')],
  ['requestParameters."a.b".0:x', is(path('requestParameters', 'a.b', '0'), 'x')],
  ['REQUESTPARAMETERS:x', is(path('requestParameters'), 'x')],
  ['"odd key":x', is(path('odd key'), 'x')],
  ['userIdentity.__proto__:x', is(path('userIdentity', '__proto__'), 'x')],
  ['arn:aws:iam::1:user/x', word('arn:aws:iam::1:user/x')],
  ['arn:x', is({ kind: 'field', name: 'principalArn' }, 'x')],
  ['"OR"', word('OR')],
  ['NOT NOT a', word('a')],
  ['--a', word('a')],
  ['((a))', word('a')],
])('%s', (text, filter) => {
  expect(read(text)).toEqual(filter);
});

test('AND binds closer than OR, NOT closest; the words in any case', () => {
  const [a, b, c]: Filter[] = [word('a'), word('b'), word('c')];
  const expected: Filter = {
    kind: 'or',
    of: [{ kind: 'and', of: [{ kind: 'not', of: a! }, b!] }, c!],
  };
  for (const text of ['-a b OR c', 'not a and b or c', '(NOT a AND b) OR c', '-(a) (b) OR (c)'])
    expect(read(text)).toEqual(expected);
});

test('a group of values is a group of conditions', () => {
  expect(read('name:(A OR -(B* OR C))')).toEqual(read('name:A OR -(name:B* OR name:C)'));
  expect(read('time:(>=2026-11-01 AND <2026-12-01)')).toEqual(
    read('time:>=2026-11-01 time:<2026-12-01'),
  );
  expect(read('name:(*Bucket* -Get*)')).toEqual(read('name:*Bucket* -name:Get*'));
});

test.each([
  ['usr:alice', 'usr', 'There is no field “usr”. Did you mean “user”?'],
  ['requestParameter:x', 'requestParameter', 'Did you mean “requestParameters”?'],
  ['a https://x', 'https', 'There is no field “https”. To search for the text itself, quote it.'],
  [`id"; drop table events; --:x`, '"', 'quotes'],
  [':x', '', 'The name of a field is missing'],
  ['foo..bar:x', 'foo..bar', 'empty key'],
  ['requestParameters.*:x', 'requestParameters.*', 'Wildcards stand in values'],
  ['user:', 'user:', 'There is no value right after “user:”.'],
  ['user: alice', 'user:', 'There is no value right after “user:”.'],
  ['user:""', '""', 'The value is empty.'],
  ['""', '""', 'nothing between the quotes'],
  ['a "b', '"b', 'This quote is not closed'],
  ['"a"b', '"a"b', 'A space is missing'],
  ['(a', '(', 'not closed'],
  ['a)', ')', 'never opened'],
  ['()', '()', 'nothing between these parentheses'],
  ['a OR', 'OR', 'Nothing follows OR.'],
  ['a AND OR b', 'AND', 'Nothing follows AND.'],
  ['OR a', 'OR', 'Nothing stands before OR.'],
  ['(a OR)', 'OR', 'Nothing follows OR.'],
  ['a -', '-', 'Nothing follows this minus.'],
  ['a NOT', 'NOT', 'Nothing follows NOT.'],
  ['name:(A B)', 'B', 'Write OR or AND between two values.'],
  ['user:a(b)', '(', 'A value with parentheses in it goes in quotes.'],
  ['Run*', 'Run*', 'takes no wildcards'],
  [`a user:*${'?'.repeat(65)}`, `*${'?'.repeat(65)}`, 'A value may have 64 ?; this one has 65'],
  [
    `user:*a${'?'.repeat(13)}*b`,
    `*a${'?'.repeat(13)}*b`,
    'several * may have 12 ?; this one has 13',
  ],
  ['user=alice', 'user=alice', 'Write user:alice for a condition'],
  ['a && b', '&&', 'Write AND for &&'],
  ['ip:10.0.0.0/33', '10.0.0.0/33', 'not a network'],
  ['ip:010.0.0.0/8', '010.0.0.0/8', 'not a network'],
  ['time:2026-02-30', '2026-02-30', 'not a date or time'],
  ['time:>=2026-13-01', '>=2026-13-01', 'not a date or time'],
  ['time:>=2026-11-01T24:00', '>=2026-11-01T24:00', 'not a date or time'],
  ['time:2026*', '2026*', 'not a date or time'],
  ['time:>=', '>=', 'There is no value after >='],
  ['errorCode:>5', '>5', 'Error code has no order'],
  ['requestParameters.n:>many', '>many', 'neither a number nor a time'],
  ['readOnly:maybe', 'maybe', 'Read-only is true or false.'],
  ['user:a\u0000b', '\u0000', 'a control character (U+0000)'],
  ['user:"a\tb"', '\t', 'a control character (U+0009)'],
  ['user:\ud83d', '\ud83d', 'half of a character (U+D83D)'],
])('%j is refused at %j', (text, wrong, reason) => {
  const { problem } = parseFilter(text);
  expect(problem?.reason).toContain(reason);
  expect(text.slice(problem?.from, problem?.to)).toBe(wrong);
});

test.each([
  ['characters', 'a '.repeat(filterLimits.characters)],
  ['characters', `user:${'x'.repeat(filterLimits.valueCharacters + 1)}`],
  ['parts', 'user:a OR name:b '.repeat(200).slice(0, -1)],
  ['deep', '('.repeat(filterLimits.depth + 1)],
  ['keys', `${'a.'.repeat(filterLimits.depth)}b:x`],
])('over the limit of %s', (what, text) => {
  expect(parseFilter(text).problem?.reason).toContain(what);
});

test('a long refusal and a long glob are quick', () => {
  const started = Date.now();
  for (const text of ['"'.repeat(8192), '-'.repeat(8192), 'a.'.repeat(4096), '\\"'.repeat(4096)])
    parseFilter(text);
  expect(Date.now() - started).toBeLessThan(1000);
});
