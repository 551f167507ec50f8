import { isObject, recordLimits, type TrailEvent } from '@trailglass/record';

const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\d[\d.eE+-]*|[[{]|[\]}]/g;
/** At most 15 digits and no exponent: every JSON reader takes it for the same number and writes it the same. */
const plainNumber = /^-?(?=(?:\d\.?){1,15}$)\d+(?:\.\d+)?$/;
const halfCharacter = /\p{Cs}/u;

function isPlainString(written: string): boolean {
  const value = JSON.parse(written) as string;
  return JSON.stringify(value) === written && !halfCharacter.test(value);
}
export const isPlainNumber = (written: string): boolean =>
  plainNumber.test(written) && String(Number(written)) === written;

const members = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + members(one), 0);
  if (!isObject(value)) return 0;
  const names = Object.keys(value);
  return names.reduce((sum, name) => sum + members(value[name]), names.length);
};

/**
 * Whether a database's JSON functions see in the record's text what Trailglass sees in the record. Not so where a name
 * stands twice, numbers are long or oddly written, characters needlessly escaped or halved, a list stands directly in
 * a list, or the text is no record at all. Nearly every record of AWS is plain.
 */
export function isPlainRecord({ raw, record }: TrailEvent): boolean {
  const all = members(record);
  if (all === 0) return false;
  let named = 0;
  let depth = 0;
  let lists = '';
  for (const [found, string, colon] of raw.matchAll(token)) {
    if (string !== undefined) {
      if (!isPlainString(string)) return false;
      if (colon !== undefined) named++;
    } else if (found === '{' || found === '[') {
      if (found === '[' && lists.endsWith('[')) return false;
      lists += found;
      if (++depth > recordLimits.depth) return false;
    } else if (found === '}' || found === ']') {
      lists = lists.slice(0, --depth);
    } else if (!isPlainNumber(found)) return false;
  }
  return named === all;
}
