import { parseFilter, type Subject } from '@trailglass/query';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedWords, searched, writtenValue } from './value-offers.ts';
import { without } from './value-counts.ts';

const user: Subject = { kind: 'field', name: 'username' };

it('a value, whatever its characters, is written so that it is read back as just that value', () => {
  const odd = fc.constantFrom('"', '\\', ' OR ', '*', ')', '-', '10.0.0.0/8', '>', '\u202e', 'NOT');
  const values = fc.array(fc.oneof(odd, fc.string()), { minLength: 1 }).map((s) => s.join(''));
  fc.assert(
    fc.property(values, (value) => {
      const text = writtenValue(user, value);
      if (text === undefined) expect(value).toMatch(/^$|[\p{Cc}\p{Cs}]/u);
      else
        expect(parseFilter(`-username:${text}`).filter).toMatchObject({
          of: { kind: 'is', value },
        });
    }),
  );
});

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
