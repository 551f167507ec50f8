import { expect, it } from 'vitest';
import { without } from './value-counts.ts';
import { countedWords, searched } from './value-words.ts';

it('values are looked for without quotes, escapes and wildcards', () => {
  expect(searched('"ali')).toBe('ali');
  expect(searched('*Run')).toBe('Run');
  expect(searched(String.raw`CORP\\al`)).toBe(String.raw`CORP\al`);
});

it('are counted in what the rest of the search finds, and say how much of it is read', () => {
  expect(without('readOnly:false user:alice -username:bob error:*', 'username')).toBe(
    'readOnly:false errorCode:*',
  );
  expect(without('user:alice OR error:*', 'username')).toBe('');
  expect(countedWords({ events: 1204, covered: 0.618 })).toBe(
    'Values in 1,204 events, counted over the 62% that is read',
  );
  expect(countedWords({ events: 1, covered: 1 })).toBe('Values in 1 event');
});
