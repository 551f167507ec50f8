import { ProblemError } from '@trailglass/api';
import type { EpochMs, EventId } from '@trailglass/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCursor, readCursor, type SearchIdentity } from './cursor.ts';
import { idMark, type Position } from './position.ts';

const identity: SearchIdentity = {
  filter: 'username:alice',
  from: 1_790_000_000_000 as EpochMs,
  to: 1_795_000_000_000 as EpochMs,
  scopes: ['111122223333:eu-west-1', '111122223333:us-east-1'],
};
const position = (at: number, ...ids: string[]): Position => ({
  at: at as EpochMs,
  sent: new Set(ids.map((id) => idMark(id as EventId))),
});
const positions = [position(1_794_000_000_000, 'a', 'b'), 'done'] as const;

const refusal = (text: string, other: Partial<SearchIdentity> = {}): string | undefined => {
  try {
    readCursor(text, { ...identity, ...other });
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.problem.type : String(error);
  }
};

test('a cursor gives back the positions that it was made of', () => {
  expect(readCursor(printCursor(positions, identity), identity)).toEqual(positions);
});

test('a cursor of another filter, time range or choice of scopes is refused', () => {
  const cursor = printCursor(positions, identity);
  expect(refusal(cursor, { filter: 'username:bob' })).toBe('bad-cursor');
  expect(refusal(cursor, { from: (identity.from + 1000) as EpochMs })).toBe('bad-cursor');
  expect(refusal(cursor, { to: (identity.to + 1000) as EpochMs })).toBe('bad-cursor');
  expect(refusal(cursor, { scopes: identity.scopes.toReversed() })).toBe('bad-cursor');
  expect(refusal(cursor, { scopes: identity.scopes.slice(1) })).toBe('bad-cursor');
});

test('a cursor altered in any one character is refused, and so is anything else', () => {
  const cursor = printCursor(positions, identity);
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
  expect(printCursor(many, { ...identity, scopes }).length).toBeLessThan(8_000);
});
