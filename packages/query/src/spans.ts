import { FilterMistake } from './mistake.ts';
import { isSpace, operatorAt, type Scan, skipSpace, subjectTextAt, wordAt } from './scan.ts';

export type SpanKind =
  | 'space'
  /** AND, OR, NOT and the minus that means NOT. */
  | 'operator'
  | 'bracket'
  /** A field's name or a path, without its colon. */
  | 'field'
  | 'colon'
  /** `<`, `<=`, `>`, `>=` before a value. */
  | 'comparison'
  /** A value of a field, with its quotes. */
  | 'value'
  /** A word without a field, with its quotes. */
  | 'word';

/** One piece of a filter's text: characters `from`…`to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: SpanKind;
  /** The field's name as it is written, wherever its values stand: `user` in `user:(alice OR bob)`. */
  readonly of?: string;
}

const comparator = /[<>]=?/y;

/** A word up to where it ends, or, where the lexer refuses it, up to the next space. */
function wordEnd(text: string, from: number): number {
  const scan: Scan = { text, at: from, depth: 0 };
  try {
    return wordAt(scan).to;
  } catch (mistake) {
    if (!(mistake instanceof FilterMistake)) throw mistake;
    // An open quote takes the rest, as nobody can say where it was meant to end.
    if (text[from] === '"' && mistake.problem.to === text.length && scan.at === from)
      return text.length;
    let to = Math.max(scan.at, from + 1);
    while (to < text.length && !isSpace(text[to]) && text[to] !== ')') to++;
    return to;
  }
}

/**
 * A filter's text as the parser's own lexer takes it apart, for colouring and completion: spans follow each other
 * without gaps, from the first character to the last. Takes any text, also one that is no filter.
 */
export function filterSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const scan: Scan = { text, at: 0, depth: 0 };
  /** For each open parenthesis the field whose values are within. */
  const groups: (string | undefined)[] = [];
  /** Set between a field's colon and the end of its one value. */
  let awaited: string | undefined;
  const add = (kind: SpanKind, to: number, of: string | undefined): void => {
    spans.push({ from: scan.at, to, kind, ...(of !== undefined && { of }) });
    scan.at = to;
  };
  while (scan.at < text.length) {
    const within = groups.at(-1);
    const of = awaited ?? within;
    const char = text[scan.at] ?? '';
    if (isSpace(char)) {
      awaited = undefined;
      const rest: Scan = { ...scan };
      skipSpace(rest);
      add('space', rest.at, within);
    } else if (char === '(') {
      groups.push(of);
      awaited = undefined;
      add('bracket', scan.at + 1, of);
    } else if (char === ')') {
      groups.pop();
      awaited = undefined;
      add('bracket', scan.at + 1, groups.at(-1));
    } else if (awaited === undefined && char === '-') add('operator', scan.at + 1, of);
    else if (awaited === undefined && operatorAt(scan) !== undefined)
      add('operator', scan.at + (operatorAt(scan)?.length ?? 1), of);
    else awaited = term(scan, of, awaited, add);
  }
  return spans;
}

type Add = (kind: SpanKind, to: number, of: string | undefined) => void;

/** A field with its colon, a comparison, or a word; gives the field whose value follows right here. */
function term(
  scan: Scan,
  of: string | undefined,
  awaited: string | undefined,
  add: Add,
): string | undefined {
  if (of === undefined) {
    const field = subjectTextAt(scan);
    if (field === undefined) {
      add('word', wordEnd(scan.text, scan.at), undefined);
      return undefined;
    }
    if (field !== '') add('field', scan.at + field.length, field);
    add('colon', scan.at + 1, field);
    return field;
  }
  comparator.lastIndex = scan.at;
  const op = comparator.exec(scan.text)?.[0];
  if (op !== undefined) {
    add('comparison', scan.at + op.length, of);
    const next = scan.text[scan.at];
    if (next === undefined || isSpace(next) || next === ')') return awaited;
  }
  add('value', wordEnd(scan.text, scan.at), of);
  return undefined;
}
