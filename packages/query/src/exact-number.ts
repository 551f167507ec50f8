import type { Json } from '@trailglass/record';

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
const mark = '\u0000number ';

/** Whether JSON.parse may have rounded it: 9007199254740993 comes out as …992. */
export const mayBeRounded = (value: number): boolean =>
  Math.abs(value) > Number.MAX_SAFE_INTEGER || String(value).replace(/\D/g, '').length > 15;

/** The record with its long numbers as marked strings of their digits; undefined if the text is not JSON. */
export function withExactNumbers(raw: string): Json | undefined {
  const marked = raw.replace(token, (found) =>
    !found.startsWith('"') && (found.length > 15 || mayBeRounded(Number(found)))
      ? JSON.stringify(mark + found)
      : found,
  );
  try {
    return JSON.parse(marked) as Json;
  } catch {
    return undefined;
  }
}

const marked = new RegExp(String.raw`"\\u0000number ([\d.eE+-]+)"`, 'g');

/** As JSON in one line, each marked number as its digits. */
export const exactText = (value: Json): string => JSON.stringify(value).replace(marked, '$1');

/** The digits of a marked number, undefined for any other text. */
export const exactDigits = (text: string): string | undefined =>
  text.startsWith(mark) ? text.slice(mark.length) : undefined;
