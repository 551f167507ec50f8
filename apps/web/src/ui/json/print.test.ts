import { assert, json, property } from 'fast-check';
import { expect, test } from 'vitest';
import { printedLines } from './print.ts';
import { isUnreadable, readJson } from './read.ts';

const printed = (text: string): string => {
  const read = readJson(text);
  return isUnreadable(read) ? 'not JSON' : printedLines(read).join('\n');
};

test('lines are laid out as everybody lays out JSON', () => {
  assert(
    property(json({ maxDepth: 5 }), (text) => {
      expect(printed(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
    { numRuns: 1000 },
  );
});

test('digits and duplicate keys stay', () => {
  expect(printed('{"a":12345678901234567890,"a":1.0}')).toBe(
    '{\n  "a": 12345678901234567890,\n  "a": 1.0\n}',
  );
});
