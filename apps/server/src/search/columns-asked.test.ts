import { columns, printColumns } from '@trailglass/api';
import { subjectText } from '@trailglass/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const key = fc.oneof(
  fc.constantFrom('a,b', 'a"', '\\', '__proto__', 'a.b', 'a\nb'),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const path = fc
  .array(key, { minLength: 1, maxLength: 4 })
  .map((keys) => subjectText({ kind: 'path', path: ['requestParameters', ...keys] }));

test('whatever a record calls its keys, the paths that were asked for are the paths that are read', () => {
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 5 }), (paths) => {
      expect(columns.parse(printColumns(paths))).toEqual(paths);
    }),
  );
});
