import { parseFilter, type Subject } from '@trailglass/query';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writtenValue } from './written-value.ts';

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
