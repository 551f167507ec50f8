/** So many are named one by one, so that the link can be read; more of them are packed. */
export const LEGIBLE = 5;
export const UUID_BYTES = 16;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
export const isUuid = (id: string): boolean => uuid.test(id);

/** Ids alone: as a list that can be read, or packed behind `ids:`. */
export function packIds(ids: readonly string[]): string | undefined {
  if (ids.length <= LEGIBLE || !ids.every(isUuid)) return undefined;
  return `ids:${base64(ids.flatMap(uuidBytes))}`;
}

/** The inverse of {@link packIds}; undefined for what it did not write. */
export function unpackIds(text: string, most: number): readonly string[] | undefined {
  const bytes = bytesOf(text.slice('ids:'.length));
  const count = bytes.length / UUID_BYTES;
  if (count === 0 || count > most || !Number.isInteger(count)) return undefined;
  const ids = Array.from({ length: count }, (_, n) =>
    uuidOf(bytes.slice(n * UUID_BYTES, (n + 1) * UUID_BYTES)),
  );
  return [...new Set(ids)];
}

export const uuidBytes = (id: string): number[] =>
  (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
export const uuidOf = (bytes: readonly number[]): string =>
  bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export const base64 = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** None for what is no base64url. */
export function bytesOf(text: string): number[] {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return [];
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from({ length: binary.length }, (_, at) => binary.charCodeAt(at));
}
