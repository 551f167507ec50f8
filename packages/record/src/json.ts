/** JSON as it was written by somebody else: nothing about its shape is known until it is looked at. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member. `__proto__` and `constructor` are names like any other, never the prototype's. */
export const member = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The value at a path of keys; a numeric key also indexes an array. */
export function at(value: unknown, path: readonly string[]): Json | undefined {
  let here: unknown = value;
  for (const key of path) {
    if (Array.isArray(here)) here = /^\d{1,9}$/.test(key) ? here[Number(key)] : undefined;
    else here = member(here, key);
    if (here === undefined) return undefined;
  }
  return here as Json;
}

/**
 * Every value at a path, going through arrays: `items.name` finds the name of each item.
 * This is what a filter on a dotted path compares with.
 */
export function all(value: unknown, path: readonly string[]): Json[] {
  const [key, ...rest] = path;
  if (key === undefined)
    return Array.isArray(value) ? value.flatMap((v) => all(v, [])) : [value as Json];
  if (Array.isArray(value)) {
    const indexed = /^\d{1,9}$/.test(key) ? value[Number(key)] : undefined;
    return indexed === undefined ? value.flatMap((v) => all(v, path)) : all(indexed, rest);
  }
  const next = member(value, key);
  return next === undefined ? [] : all(next, rest);
}

/** A non-empty string, or undefined: CloudTrail writes "" where it means absent. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** true and false, also as the strings that some services write. */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}
