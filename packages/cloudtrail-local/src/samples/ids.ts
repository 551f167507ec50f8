import { type Draw, draw } from './random.ts';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base36 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** AWS writes the account into its key and principal ids: one set bit, then the number's 40 bits, in base32. */
function accountMark(account: string): string {
  const bits = `1${BigInt(account).toString(2).padStart(40, '0')}`;
  return (bits.slice(0, 40).match(/.{5}/g) ?? []).map((five) => base32[parseInt(five, 2)]).join('');
}
const marks = new Map<string, string>();
function mark(account: string): string {
  const known = marks.get(account) ?? accountMark(account);
  marks.set(account, known);
  return known;
}

type Prefix = 'AKIA' | 'ASIA' | 'AIDA' | 'AROA' | 'ANPA';

/** A new key or principal id of an account. */
export const newId = (prefix: Prefix, account: string, from: Draw): string =>
  `${prefix}${mark(account)}${from.letters(base32, 8)}`;

/** The id that a named principal or thing always has. */
export const idOf = (prefix: Prefix, account: string, name: string): string =>
  newId(prefix, account, draw(prefix, account, name));

/** A resource id such as `i-0…`: always the same for the same name. */
export const resourceId = (prefix: string, name: string): string =>
  `${prefix}-0${draw(prefix, name).hex(16)}`;

export const uuidOf = (name: string): string => draw('uuid', name).uuid();
/** S3 and Route 53 do not use UUIDs. */
export const shortRequestId = (from: Draw): string => from.letters(base36, 16);
export const blob = (from: Draw, length: number): string => from.letters(base64, length);
/** As STS hands it out; it has long expired wherever a record of it is read. */
export const sessionToken = (from: Draw): string => `IQoJb3JpZ2luX2VjE${blob(from, 339)}==`;

/** `{partition}` is always aws: the samples live in the commercial partition. */
export const arn = (service: string, region: string, account: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
