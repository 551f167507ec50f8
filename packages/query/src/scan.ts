import { filterLimits } from './filter.ts';
import { checkValue } from './limits.ts';
import { FilterMistake } from './mistake.ts';

/** The filter's text and how far it has been read. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Parentheses that are open here. */
  depth: number;
}

/** One value as it was written, `from`…`to` of the text. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** Without quotes and escapes. */
  readonly text: string;
  /** As `like` takes it. */
  readonly pattern: string;
  /** A `*` or `?` that is not escaped. In quotes there are none: quoted text is literal. */
  readonly wild: boolean;
  readonly quoted: boolean;
}

export const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

export function skipSpace(scan: Scan): void {
  while (isSpace(scan.text[scan.at])) scan.at++;
}

const match = (pattern: RegExp, scan: Scan): RegExpExecArray | null => {
  pattern.lastIndex = scan.at;
  return pattern.exec(scan.text);
};

const operator = /(and|or|not)(?=[\s()"]|$)/iy;

/** AND, OR or NOT, in any case, if one stands here. A search for the word itself is quoted. */
export const operatorAt = (scan: Scan): string | undefined =>
  match(operator, scan)?.[1]?.toUpperCase();

const subject =
  /((?:[^\s.:"()\\]+|"(?:[^"\\]|\\.)*")?(?:\.(?:[^\s.:"()\\]+|"(?:[^"\\]|\\.)*")?)*):/y;
const bareArn = /arn:aws[a-z-]*:/iy;

/** What stands before a colon here. A pasted ARN is text, not a condition on the field `arn`. */
export const subjectTextAt = (scan: Scan): string | undefined =>
  match(bareArn, scan) ? undefined : match(subject, scan)?.[1];

const escape = (literal: string): string => literal.replace(/[*?\\]/g, '\\$&');

function checked(scan: Scan, word: Word): Word {
  checkValue(scan.text.slice(word.from, word.to), word.from);
  if (word.text.length > filterLimits.valueCharacters)
    throw new FilterMistake(
      word.from,
      word.to,
      `A value may have ${filterLimits.valueCharacters} characters; this one has ${word.text.length}.`,
    );
  return word;
}

const endsWord = (char: string | undefined): boolean =>
  char === undefined || char === ')' || isSpace(char);

function quotedWord(scan: Scan): Word {
  const from = scan.at;
  const found = match(/"((?:[^"\\]|\\.)*)"/sy, scan);
  if (!found)
    throw new FilterMistake(
      from,
      scan.text.length,
      'This quote is not closed: add a " at its end.',
    );
  scan.at += found[0].length;
  if (!endsWord(scan.text[scan.at]))
    throw new FilterMistake(from, scan.at + 1, 'A space is missing after the closing quote.');
  const text = (found[1] ?? '').replace(/\\(["\\])/g, '$1');
  return checked(scan, {
    from,
    to: scan.at,
    text,
    pattern: escape(text),
    wild: false,
    quoted: true,
  });
}

const escapable = /[\s*?\\"():<>-]/;

/** A value up to the next space or closing parenthesis. `\` makes a special character an ordinary one. */
export function wordAt(scan: Scan): Word {
  if (scan.text[scan.at] === '"') return quotedWord(scan);
  const from = scan.at;
  let text = '';
  let pattern = '';
  let wild = false;
  let star = false;
  while (!endsWord(scan.text[scan.at])) {
    const char = scan.text[scan.at] ?? '';
    const next = scan.text[scan.at + 1] ?? '';
    if (char === '"' || char === '(')
      throw new FilterMistake(
        scan.at,
        scan.at + 1,
        `A value with ${char === '"' ? 'quotes' : 'parentheses'} in it goes in quotes${char === '"' ? ', each \\" inside' : ''}.`,
      );
    if (char === '\\' && escapable.test(next)) {
      text += next;
      pattern += escape(next);
      star = false;
      scan.at += 2;
      continue;
    }
    text += char;
    // A run of stars means what one star means.
    if (char !== '*' || !star) pattern += char === '\\' ? '\\\\' : char;
    star = char === '*';
    if (char === '*' || char === '?') wild = true;
    scan.at++;
  }
  return checked(scan, { from, to: scan.at, text, pattern, wild, quoted: false });
}
