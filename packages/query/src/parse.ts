import { anywhere, comparison, condition } from './condition.ts';
import {
  type Comparison,
  everything,
  type Filter,
  filterLimits,
  type FilterProblem,
} from './filter.ts';
import { checkCharacters, checkSize } from './limits.ts';
import { FilterMistake } from './mistake.ts';
import { allOf, anyOf, not } from './normal.ts';
import { isSpace, operatorAt, type Scan, skipSpace, subjectTextAt, wordAt } from './scan.ts';
import { subjectAt } from './subject.ts';
import type { Subject } from './filter.ts';

// filter   = terms joined by AND (which may be left out) and OR; AND binds closer; the words in any case
// term     = NOT term | -term | (filter) | subject:value | word
// subject  = a field's name or alias | key.key."odd key"
// value    = word | * | network | >time | >=number … | (values joined by OR, AND, NOT)
// word     = "literal, with \" and \\" | bare, with * and ? for wildcards and \ before a special character

/** Reads one thing that NOT, AND and OR can join: a term, or a value within `field:(…)`. */
type Operand = (scan: Scan) => Filter;

/** Where the last operator stood, to name it when nothing follows. */
interface Pending {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

function missing(scan: Scan, pending: Pending | undefined): never {
  const { from, to } = pending ?? { from: scan.at, to: Math.min(scan.at + 1, scan.text.length) };
  if (pending) throw new FilterMistake(from, to, `Nothing follows ${pending.word}.`);
  const operator = operatorAt(scan);
  if (operator !== undefined)
    throw new FilterMistake(from, from + operator.length, `Nothing stands before ${operator}.`);
  if (scan.text[scan.at] === ')')
    throw new FilterMistake(from, to, 'Nothing stands before this closing parenthesis.');
  throw new FilterMistake(from, to, 'Something is missing here.');
}

const negated = (scan: Scan): boolean =>
  operatorAt(scan) === 'NOT' || (scan.text[scan.at] === '-' && scan.at < scan.text.length);

function unary(scan: Scan, operand: Operand, before: Pending | undefined): Filter {
  let pending = before;
  let negative = false;
  skipSpace(scan);
  while (negated(scan)) {
    const length = scan.text[scan.at] === '-' ? 1 : 3;
    pending = { from: scan.at, to: scan.at + length, word: length === 1 ? 'this minus' : 'NOT' };
    negative = !negative;
    scan.at += length;
    if (length === 1 && isSpace(scan.text[scan.at])) missing(scan, pending);
    skipSpace(scan);
  }
  const next = scan.text[scan.at];
  if (next === undefined || next === ')' || operatorAt(scan) !== undefined) missing(scan, pending);
  const filter = operand(scan);
  return negative ? not(filter) : filter;
}

function conjunction(scan: Scan, operand: Operand, before: Pending | undefined): Filter {
  const of = [unary(scan, operand, before)];
  for (;;) {
    skipSpace(scan);
    const next = scan.text[scan.at];
    const operator = operatorAt(scan);
    if (next === undefined || next === ')' || operator === 'OR') return allOf(of);
    let pending: Pending | undefined;
    if (operator === 'AND') {
      pending = { from: scan.at, to: scan.at + 3, word: 'AND' };
      scan.at += 3;
    } else if (operand !== term && !negated(scan))
      throw new FilterMistake(scan.at, scan.at + 1, 'Write OR or AND between two values.');
    of.push(unary(scan, operand, pending));
  }
}

function expression(scan: Scan, operand: Operand): Filter {
  const of = [conjunction(scan, operand, undefined)];
  while (operatorAt(scan) === 'OR') {
    const pending = { from: scan.at, to: scan.at + 2, word: 'OR' };
    scan.at += 2;
    of.push(conjunction(scan, operand, pending));
  }
  return anyOf(of);
}

function group(scan: Scan, operand: Operand): Filter {
  const from = scan.at++;
  if (++scan.depth > filterLimits.depth)
    throw new FilterMistake(from, from + 1, `Parentheses may stand ${filterLimits.depth} deep.`);
  skipSpace(scan);
  if (scan.text[scan.at] === ')')
    throw new FilterMistake(from, scan.at + 1, 'There is nothing between these parentheses.');
  const unclosed = (): never => {
    throw new FilterMistake(from, from + 1, 'This parenthesis is not closed: add a ).');
  };
  if (scan.at >= scan.text.length) unclosed();
  const filter = expression(scan, operand);
  if (scan.text[scan.at] !== ')') unclosed();
  scan.at++;
  scan.depth--;
  return filter;
}

const comparator = /[<>]=?/y;

function value(scan: Scan, subject: Subject): Filter {
  if (scan.text[scan.at] === '(') return group(scan, (inner) => value(inner, subject));
  comparator.lastIndex = scan.at;
  const op = comparator.exec(scan.text)?.[0];
  if (op === undefined) return condition(subject, wordAt(scan));
  scan.at += op.length;
  const word = wordAt(scan);
  return comparison(subject, op as Comparison, { ...word, from: word.from - op.length });
}

function term(scan: Scan): Filter {
  if (scan.text[scan.at] === '(') return group(scan, term);
  const from = scan.at;
  const written = subjectTextAt(scan);
  if (written === undefined) return anywhere(wordAt(scan));
  const subject = subjectAt(written, from);
  scan.at += written.length + 1;
  const next = scan.text[scan.at];
  if (next === undefined || next === ')' || isSpace(next))
    throw new FilterMistake(from, scan.at, `There is no value right after “${written}:”.`);
  return value(scan, subject);
}

/** Reads a filter's text. Never throws; a wrong filter names the first place that is wrong. */
export function parseFilter(
  text: string,
):
  | { readonly filter: Filter; readonly problem?: undefined }
  | { readonly problem: FilterProblem; readonly filter?: undefined } {
  try {
    checkCharacters(text);
    const scan: Scan = { text, at: 0, depth: 0 };
    skipSpace(scan);
    if (scan.at === text.length) return { filter: everything };
    const filter = expression(scan, term);
    if (scan.at < text.length)
      throw new FilterMistake(scan.at, scan.at + 1, 'This parenthesis was never opened.');
    checkSize(filter, text.length);
    return { filter };
  } catch (mistake) {
    if (mistake instanceof FilterMistake) return { problem: mistake.problem };
    throw mistake;
  }
}
