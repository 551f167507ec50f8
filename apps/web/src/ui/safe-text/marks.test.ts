import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { safeString, segments } from './marks.ts';

const symbols = (text: string): string[] =>
  segments(text).map((s) => (s.kind === 'mark' ? `<${s.symbol}>` : s.text));

test('what can reorder text is shown, not obeyed', () => {
  expect(symbols('invoice\u202Efdp.exe')).toEqual(['invoice', '<RLO>', 'fdp.exe']);
  expect(symbols('a\u2066b\u2069')).toEqual(['a', '<LRI>', 'b', '<PDI>']);
});

test('what has no width is shown', () => {
  expect(symbols('ad\u200Bmin')).toEqual(['ad', '<ZWSP>', 'min']);
  expect(symbols('\uFEFFalice')).toEqual(['<BOM>', 'alice']);
  expect(symbols('a\u3164b')).toEqual(['a', '<HF>', 'b']);
});

test('control characters and halves of characters are shown', () => {
  expect(symbols('a\u0000b\u001B[31m')).toEqual(['a', '<NUL>', 'b', '<ESC>', '[31m']);
  expect(symbols('\uD83D!')).toEqual(['<U+D83D>', '!']);
});

test('a run of one character is one mark, however long', () => {
  expect(symbols('x' + '\u200B'.repeat(100_000))).toEqual(['x', '<ZWSP ×100000>']);
  expect(symbols('e' + '\u0301'.repeat(10_000))).toEqual(['e', '<+10000 marks>']);
});

test('writing of the world and emoji stay as they are', () => {
  for (const text of ['Zoë', 'e\u0301', 'समीक्षा', 'مرحبا', '東京', '👩‍💻', '👨🏽‍🚀', '❤️']) {
    expect(symbols(text)).toEqual([text]);
  }
});

test('nothing is lost: the segments joined are the text', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(
        segments(text)
          .map((s) => s.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('a string for tooltips and names carries no hidden character', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 100 }), (text) => {
      expect(safeString(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200B]/u);
    }),
    { numRuns: 500 },
  );
});
