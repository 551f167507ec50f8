/**
 * What to look for in a record's text, lower-cased: the words as typed, and as JSON writes them (`"` as `\"`, and
 * beyond ASCII as `\u00e9`). Case is folded as toLowerCase does: `K` (Kelvin) is k, `ß` is not ss.
 */
export function needles(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const escaped = JSON.stringify(lower).slice(1, -1);
  const ascii = escaped.replace(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [...new Set([lower, escaped, ascii])];
}
