/** Walks JSON text without building anything, so that a record's own characters can be cut out of a log file. */

/** The text is not what was expected from this character on; the message says why, after "the record". */
export class BrokenJson extends Error {
  readonly at: number;
  constructor(at: number, why = 'is not JSON') {
    super(why);
    this.at = at;
  }
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function skipSpace(text: string, at: number): number {
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

/** The value that starts at `at`. Brackets and strings are followed; what is between them is not checked. */
export function valueAt(text: string, at: number): Span {
  const first = text.charAt(at);
  if (first === '"') return { start: at, end: stringEnd(text, at) };
  if (first !== '{' && first !== '[') return { start: at, end: wordEnd(text, at) };
  const mark = /["{}[\]]/g;
  mark.lastIndex = at;
  let open = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const character = found[0];
    if (character === '"') mark.lastIndex = stringEnd(text, found.index);
    else if (character === '{' || character === '[') open += 1;
    else {
      open -= 1;
      if (open === 0) return { start: at, end: mark.lastIndex };
    }
  }
  throw new BrokenJson(text.length);
}

/** The items of the list that starts at `at`. */
export function* items(text: string, at: number): Generator<Span> {
  at = skipSpace(text, at + 1);
  if (text.charAt(at) === ']') return;
  for (;;) {
    const item = valueAt(text, at);
    yield item;
    at = skipSpace(text, item.end);
    if (text.charAt(at) === ']') return;
    if (text.charAt(at) !== ',') throw new BrokenJson(at);
    at = skipSpace(text, at + 1);
  }
}

/** The members of the object that starts at `at`, in the order written, repeated names included. */
export function* members(text: string, at: number): Generator<{ name: string; value: Span }> {
  at = skipSpace(text, at + 1);
  if (text.charAt(at) === '}') return;
  for (;;) {
    if (text.charAt(at) !== '"') throw new BrokenJson(at);
    const nameEnd = stringEnd(text, at);
    const name = readString(text.slice(at, nameEnd), at);
    at = skipSpace(text, nameEnd);
    if (text.charAt(at) !== ':') throw new BrokenJson(at);
    const value = valueAt(text, skipSpace(text, at + 1));
    yield { name, value };
    at = skipSpace(text, value.end);
    if (text.charAt(at) === '}') return;
    if (text.charAt(at) !== ',') throw new BrokenJson(at);
    at = skipSpace(text, at + 1);
  }
}

function readString(text: string, at: number): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new BrokenJson(at);
  }
}

function stringEnd(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charAt(quote - 1 - slashes) === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  throw new BrokenJson(text.length);
}

function wordEnd(text: string, at: number): number {
  const word = /[-+\w.]*/y;
  word.lastIndex = at;
  word.exec(text);
  if (word.lastIndex === at) throw new BrokenJson(at);
  return word.lastIndex;
}
