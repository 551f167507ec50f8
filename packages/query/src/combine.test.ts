import { expect, test } from 'vitest';
import { combine, parseFilter, printFilter, replaced, without } from './index.ts';

const read = (text: string) => parseFilter(text).filter!;
const added = (filter: string, condition: string, joined: 'and' | 'or' = 'and') =>
  printFilter(combine(read(filter), joined, read(condition)));

test('a condition is added once', () => {
  expect(added('', 'username:alice')).toBe('username:alice');
  expect(added('username:alice', 'errorCode:*')).toBe('username:alice errorCode:*');
  expect(added('username:alice errorCode:*', 'user:alice')).toBe('username:alice errorCode:*');
  expect(added('a OR b', 'c')).toBe('(a OR b) c');
});

test('filtering out replaces filtering for, and the other way round', () => {
  expect(added('username:alice errorCode:*', '-username:alice')).toBe(
    'errorCode:* -username:alice',
  );
  expect(added('-username:alice', 'username:alice')).toBe('username:alice');
});

test('an alternative is added once, and to everything adds nothing', () => {
  expect(added('username:alice', 'username:bob', 'or')).toBe('username:(alice OR bob)');
  expect(added('username:(alice OR bob)', 'username:bob', 'or')).toBe('username:(alice OR bob)');
  expect(added('', 'username:bob', 'or')).toBe('');
});

test('a required condition can be taken away', () => {
  const rest = without(read('username:alice errorCode:*'), read('error:*'));
  expect(printFilter(rest)).toBe('username:alice');
  expect(printFilter(without(rest, read('username:alice')))).toBe('');
});

test('a required condition gives way to another where it stood, quoted as it must be', () => {
  const filter = read('user:Alice errorCode:*');
  const by = {
    kind: 'is',
    subject: { kind: 'field', name: 'username' },
    value: 'al "x" ice',
  } as const;
  expect(printFilter(replaced(filter, read('user:Alice'), by))).toBe(
    String.raw`username:"al \"x\" ice" errorCode:*`,
  );
  expect(printFilter(replaced(filter, read('user:bob'), by))).toBe('username:Alice errorCode:*');
});
