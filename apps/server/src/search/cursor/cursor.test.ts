import { ProblemError } from '@trailglass/api';
import type { EpochMs, EventId } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCursor, readCursor, type SearchIdentity, type Standing } from './cursor.ts';
import { idMark, type Resume } from './position.ts';

const identity: SearchIdentity = {
  filter: 'username:alice',
  from: 1_790_000_000_000 as EpochMs,
  to: 1_795_000_000_000 as EpochMs,
  scopes: ['111122223333:eu-west-1', '111122223333:us-east-1'],
};
const position = (at: number, ...ids: string[]): Resume => ({
  at: at as EpochMs,
  sent: new Set(ids.map((id) => idMark(id as EventId))),
});
const standing: Standing = {
  positions: [position(1_794_000_000_000, 'a', 'b'), 'done'],
  cut: false,
};

const refusal = (text: string, other: Partial<SearchIdentity> = {}): string | undefined => {
  try {
    readCursor(text, { ...identity, ...other });
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.problem.type : String(error);
  }
};

test('a cursor gives back what it was made of: ends, holes, and rows shown below what cannot be read', () => {
  expect(readCursor(printCursor(standing, identity), identity)).toEqual(standing);
  const at = 1_794_000_000_000 as EpochMs;
  const known = { at: (at - 9_000) as EpochMs, sent: new Set([idMark('c' as EventId)]) };
  for (const one of [
    { partial: at },
    { ...position(at), unread: (at + 1) as EpochMs },
    { ...position(at, 'a'), known },
    { ...position(at, 'a'), known: 'all' as const },
  ]) {
    const other: Standing = { positions: [one, 'done'], cut: true };
    expect(readCursor(printCursor(other, identity), identity)).toEqual(other);
  }
});

test('a cursor of another filter, time range or choice of scopes is refused', () => {
  const cursor = printCursor(standing, identity);
  expect(refusal(cursor, { filter: 'username:bob' })).toBe('bad-cursor');
  expect(refusal(cursor, { from: (identity.from + 1000) as EpochMs })).toBe('bad-cursor');
  expect(refusal(cursor, { to: (identity.to + 1000) as EpochMs })).toBe('bad-cursor');
  expect(refusal(cursor, { scopes: identity.scopes.toReversed() })).toBe('bad-cursor');
  expect(refusal(cursor, { scopes: identity.scopes.slice(1) })).toBe('bad-cursor');
});

test('a cursor altered in any one character is refused, and so is anything else', () => {
  const cursor = printCursor(standing, identity);
  for (let at = 0; at < cursor.length; at += 1) {
    const other = cursor[at] === 'A' ? 'B' : 'A';
    expect(refusal(cursor.slice(0, at) + other + cursor.slice(at + 1))).toBe('bad-cursor');
  }
  expect(refusal(cursor.slice(0, -1))).toBe('bad-cursor');
  fc.assert(fc.property(fc.string(), (text) => refusal(text) === 'bad-cursor'));
});

test('a cursor over 200 scopes fits into an address', () => {
  const scopes = Array.from({ length: 200 }, (_, n) => `11112222${1000 + n}:eu-west-1`);
  const many = scopes.map((_, n) => position(1_794_000_000_000 - n * 1000, `a${n}`, `b${n}`));
  const cursor = printCursor({ positions: many, cut: false }, { ...identity, scopes });
  expect(cursor.length).toBeLessThan(8_000);
});
