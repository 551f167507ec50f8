/**
 * What spreadsheets take for a formula, or skip before one (OWASP ASVS 1.2.10): events are full of text that attackers
 * chose. Text that looks as if it had been made safe already counts, too: so one apostrophe less is always the text.
 */
const formula = /^'*[=+\-@\t\r\0＝＋－＠]/;
const quoted = /[",\r\n]/;

/** One line, RFC 4180; a field that a spreadsheet would run begins with an apostrophe, which it does not show. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields.map(csvField).join(',')}\r\n`;

function csvField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
