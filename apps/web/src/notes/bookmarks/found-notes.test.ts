import { expect, test } from 'vitest';
import { foundNotes, type Show } from './found-notes.ts';

const note = (eventName: string, text: string, bookmarked: boolean) => ({
  account: '111122223333',
  region: 'eu-west-1',
  eventId: eventName,
  eventTime: '2026-11-20T12:00:00Z',
  about: { eventName, username: 'Alice' },
  bookmarked,
  text,
  made: '2026-11-20T12:00:00Z',
  changed: '2026-11-20T12:00:00Z',
  version: '1',
  kept: true,
});
const notes = [
  note('CreateUser', 'first step of the leak', true),
  note('DeleteTrail', '', true),
  note('GetUser', 'harmless', false),
];
const found = (find: string, show: Show = 'all') =>
  foundNotes(notes, find, show).map(({ eventId }) => eventId);

test.each<[find: string, show: Show, names: readonly string[]]>([
  ['', 'all', ['CreateUser', 'DeleteTrail', 'GetUser']],
  ['', 'bookmarked', ['CreateUser', 'DeleteTrail']],
  ['', 'noted', ['CreateUser', 'GetUser']],
  ['LEAK alice', 'all', ['CreateUser']],
  ['user', 'noted', ['CreateUser', 'GetUser']],
  ['alice eu-west-1', 'all', ['CreateUser', 'DeleteTrail', 'GetUser']],
  ['.*', 'all', []],
])('“%s” of %s', (find, show, names) => {
  expect(found(find, show)).toEqual(names);
});
