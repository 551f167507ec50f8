/** A piece of somebody else's text: plain, or a character that must not act unseen. */
export type Segment =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'mark';
      /** Where it stands in the text. */
      readonly at: number;
      /** What stands in the text. */
      readonly text: string;
      /** What is shown in its place: `RLO`. */
      readonly symbol: string;
      /** `right-to-left override, U+202E` */
      readonly name: string;
      /** Ordinary white space: marked, but not worth alarm. */
      readonly quiet: boolean;
    };

const named: ReadonlyMap<number, readonly [symbol: string, name: string]> = new Map([
  [0x00, ['NUL', 'null']],
  [0x07, ['BEL', 'bell']],
  [0x08, ['BS', 'backspace']],
  [0x09, ['⇥', 'tab']],
  [0x0a, ['↵', 'line feed']],
  [0x0b, ['VT', 'vertical tab']],
  [0x0c, ['FF', 'form feed']],
  [0x0d, ['CR', 'carriage return']],
  [0x1b, ['ESC', 'escape']],
  [0x7f, ['DEL', 'delete']],
  [0x85, ['NEL', 'next line']],
  [0xad, ['SHY', 'soft hyphen']],
  [0x034f, ['CGJ', 'combining grapheme joiner']],
  [0x061c, ['ALM', 'Arabic letter mark']],
  [0x115f, ['HF', 'Hangul filler']],
  [0x1160, ['HF', 'Hangul filler']],
  [0x180e, ['MVS', 'Mongolian vowel separator']],
  [0x200b, ['ZWSP', 'zero-width space']],
  [0x200c, ['ZWNJ', 'zero-width non-joiner']],
  [0x200d, ['ZWJ', 'zero-width joiner']],
  [0x200e, ['LRM', 'left-to-right mark']],
  [0x200f, ['RLM', 'right-to-left mark']],
  [0x2028, ['LS', 'line separator']],
  [0x2029, ['PS', 'paragraph separator']],
  [0x202a, ['LRE', 'left-to-right embedding']],
  [0x202b, ['RLE', 'right-to-left embedding']],
  [0x202c, ['PDF', 'pop directional formatting']],
  [0x202d, ['LRO', 'left-to-right override']],
  [0x202e, ['RLO', 'right-to-left override']],
  [0x2060, ['WJ', 'word joiner']],
  [0x2066, ['LRI', 'left-to-right isolate']],
  [0x2067, ['RLI', 'right-to-left isolate']],
  [0x2068, ['FSI', 'first strong isolate']],
  [0x2069, ['PDI', 'pop directional isolate']],
  [0x2800, ['BLANK', 'blank Braille pattern']],
  [0x3164, ['HF', 'Hangul filler']],
  [0xfeff, ['BOM', 'zero-width no-break space']],
  [0xffa0, ['HF', 'Hangul filler']],
]);

// Control, format, lone surrogate, line separators, blanks that are letters, and stacks of combining marks.
// A joiner inside an emoji is what makes the emoji, so it stays.
const hostile =
  /(?!(?<=[\p{Extended_Pictographic}\p{EMod}\uFE0F])\u200D(?=\p{Extended_Pictographic}))([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034F\u115F\u1160\u3164\uFFA0\u2800])\1*|\p{M}{6,}/gu;
const quick = /[^\x20-\x7e]/;

const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

function mark(at: number, text: string, repeated: string | undefined): Segment {
  if (repeated === undefined) {
    const count = Array.from(text).length;
    return {
      kind: 'mark',
      at,
      text,
      symbol: `+${count} marks`,
      name: `${count} combining marks on one letter`,
      quiet: false,
    };
  }
  const code = repeated.codePointAt(0) ?? 0;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const [symbol, name] = named.get(code) ?? [
    codePoint(code),
    surrogate ? 'half of a character' : 'invisible character',
  ];
  const count = text.length / repeated.length;
  const times = count > 1 ? ` ×${count}` : '';
  return {
    kind: 'mark',
    at,
    text,
    symbol: symbol + times,
    name: `${name}, ${codePoint(code)}${times}`,
    quiet: code === 0x09 || code === 0x0a,
  };
}

/** Cuts text at everything that could hide, reorder or pile up. Joined, the segments are the text again. */
export function segments(text: string): readonly Segment[] {
  if (!quick.test(text)) return text === '' ? [] : [{ kind: 'text', at: 0, text }];
  const found: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(hostile)) {
    if (match.index > from)
      found.push({ kind: 'text', at: from, text: text.slice(from, match.index) });
    found.push(mark(match.index, match[0], match[1]));
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: 'text', at: from, text: text.slice(from) });
  return found;
}

/** The same for places that hold only a string: tooltips, accessible names, titles. */
export const safeString = (text: string, limit = 300): string =>
  segments(text.slice(0, limit))
    .map((segment) => (segment.kind === 'text' ? segment.text : `⟨${segment.symbol}⟩`))
    .join('') + (text.length > limit ? '…' : '');
