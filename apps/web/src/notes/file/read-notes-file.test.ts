import { noteLimits } from '@trailglass/api';
import { expect, test } from 'vitest';
import { inPieces, parseNotes } from './read-notes-file.ts';

const note = (n: number, text: string) => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId: `e-${n}`,
  eventTime: '2026-11-20T12:00:00Z',
  about: { eventName: '<b>' },
  bookmarked: true,
  text,
  made: '2026-11-20T12:00:00Z',
  changed: '2026-11-20T12:00:00Z',
});
const file = (...notes: object[]) => JSON.stringify({ trailglass: 'notes', version: 1, notes });

test('a file of notes is read; what is none, or holds what no note may, is not', () => {
  expect(parseNotes(file(note(1, 'a\n夜')))).toEqual([note(1, 'a\n夜')]);
  const { about: _about, ...bundled } = note(2, 'x');
  expect(parseNotes(JSON.stringify({ notes: [bundled] }))).toEqual([{ ...bundled, about: {} }]);
  for (const odd of ['', '{', '[]', '{"notes":[1]}', file({ ...note(1, 'a'), eventId: 'a b' })])
    expect(parseNotes(odd)).toBeUndefined();
  expect(parseNotes(file(note(1, '\u001B[31m')))).toBeUndefined();
});

test('many notes and long ones go in pieces, each once and in order', () => {
  const notes = Array.from({ length: 700 }, (_, n) => note(n, n % 9 ? 'x' : '夜'.repeat(4_000)));
  const pieces = inPieces(notes);
  expect(pieces.flat()).toEqual(notes);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(noteLimits.atOnce);
    expect(new TextEncoder().encode(JSON.stringify({ notes: piece })).length).toBeLessThan(
      64 * 1024,
    );
  }
});
