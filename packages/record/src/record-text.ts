import { isObject, type JsonObject } from './json.ts';

/** CloudTrail writes at most 256 KB a record, some 12 levels deep; whoever enriched one may have written more. */
export const recordLimits = { characters: 2_097_152, depth: 200 } as const;

const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets stand deeper than the limit, seen without parsing: what is too deep must not be walked at all. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === backslash) at++;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    // { and [ differ in one bit, } and ] too.
    else if ((code | 0x20) === 0x7b) {
      if (++depth > recordLimits.depth) return true;
    } else if ((code | 0x20) === 0x7d) depth--;
  }
  return false;
}

export type RecordText =
  | { readonly record: JsonObject; readonly fault?: undefined }
  /** In words that follow "the record": "is not JSON". */
  | { readonly fault: string; readonly record?: undefined };

/** Parses a record's JSON text, which anybody may have written. Never throws. */
export function parseRecord(text: string): RecordText {
  if (text.length > recordLimits.characters)
    return { fault: `is larger than ${recordLimits.characters} characters` };
  if (isTooDeep(text)) return { fault: `is nested deeper than ${recordLimits.depth} levels` };
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { record: value } : { fault: 'is not a JSON object' };
  } catch {
    return { fault: 'is not JSON' };
  }
}
