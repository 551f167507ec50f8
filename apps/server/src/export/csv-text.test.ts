import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-text.ts';

/** RFC 4180, by hand: what another program reads. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let at = 0;
  do {
    if (line[at] === '"') {
      const found = /"((?:[^"]|"")*)"/y;
      found.lastIndex = at;
      const [whole, text] = found.exec(line) as unknown as [string, string];
      fields.push(text.replaceAll('""', '"'));
      at += whole.length;
    } else {
      const end = line.slice(at).search(/,|\r\n/) + at;
      fields.push(line.slice(at, end));
      at = end;
    }
  } while (line[at++] === ',');
  expect(line.slice(at - 1)).toBe('\r\n');
  return fields;
}

const nasty = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '\0',
    '"',
    ',',
    ';',
    "'",
    'ü',
    'a',
    '＝',
  ),
});

/** As a spreadsheet reads it: no field is a formula, whatever apostrophes stand before it. */
const isFormula = (text: string): boolean => '=+-@\t\r\0＝＋－＠'.includes(text[0] ?? 'a');
/** What the README says: the first apostrophe of a formula is not part of it. */
const undone = (text: string): string =>
  isFormula(text.replace(/^'+/, '')) ? text.replace("'", '') : text;

test('any text is read back as it was once the apostrophe before a formula is taken away', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), (fields) => {
      const read = fieldsOf(csvLine(fields));
      expect(read.filter(isFormula)).toEqual([]);
      expect(read.map(undone)).toEqual(fields);
      const plain = fields.filter((text) => !isFormula(text.replace(/^'+/, '')));
      expect(fieldsOf(csvLine(['', ...plain])).slice(1)).toEqual(plain);
    }),
  );
});

test.each(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'])(
  'a field beginning with %j is defused (ASVS 1.2.10)',
  (first) => {
    expect(fieldsOf(csvLine([`${first}cmd|' /C calc'!A0`, 'x']))).toEqual([
      `'${first}cmd|' /C calc'!A0`,
      'x',
    ]);
  },
);

test('fields are quoted only when they must be', () => {
  expect(csvLine(['a', '', 'b;c d', '1,2', 'say "x"', 'two\nlines', '[aws]'])).toBe(
    'a,,b;c d,"1,2","say ""x""","two\nlines",[aws]\r\n',
  );
});
