import type { Json, TrailEvent } from '@trailglass/record';

/** At most 15 digits and no exponent: every engine takes it for the same number and writes it the same. */
const plainNumber = /^-?(?=(?:\d\.?){1,15}$)\d+(?:\.\d+)?$/;
export const isPlainNumber = (written: string): boolean =>
  plainNumber.test(written) && String(Number(written)) === written;

function isPlainValue(value: Json | undefined, inList: boolean): boolean {
  if (typeof value === 'number') return isPlainNumber(String(value));
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return !inList && value.every((item: Json) => isPlainValue(item, true));
  return Object.values(value).every((item) => isPlainValue(item, false));
}

/**
 * Whether a database's JSON functions see in the record's text what Trailglass sees in the record: it stands there as
 * JSON.stringify writes it (no name twice, no space, no needless escape), with no long number, no half character and
 * no list directly in a list. Nearly every record of AWS does.
 */
export const isPlainRecord = ({ raw, record }: TrailEvent): boolean =>
  !raw.includes(String.raw`\ud`) && JSON.stringify(record) === raw && isPlainValue(record, false);
