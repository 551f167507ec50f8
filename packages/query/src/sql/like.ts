import { anyOne, anyRun, globSteps, goesBackTwice } from '../glob.ts';
import type { Bounds } from './bounds.ts';
import { certain, equals } from './certain.ts';
import type { Dialect } from './dialect.ts';
import type { Sql } from './sql-text.ts';

const literal = (steps: readonly number[]): string => String.fromCodePoint(...steps);
const isWild = (step: number | undefined): boolean => step === anyRun || step === anyOne;
const expressionOf = (step: number): string =>
  step === anyRun ? '.*' : step === anyOne ? '.' : `\\x{${step.toString(16)}}`;

const likeOf = (step: number): string =>
  step === anyRun ? '%' : step === anyOne ? '_' : literal([step]).replace(/[%_\\]/, '\\$&');

/** `Describe*` as a beginning, `*Role` as an end, `*prod*` as a part; anything else as a regular expression or by LIKE. */
export function like(to: Dialect, text: Sql, pattern: string): Bounds {
  const steps = globSteps(pattern.replace(/\p{Cs}/gu, '\ufffd'));
  const open = steps[0] === anyRun;
  const middle = steps.slice(open ? 1 : 0);
  const ends = middle.at(-1) === anyRun;
  if (ends) middle.pop();
  if (middle.includes(anyOne) && !goesBackTwice(steps))
    return certain(to.isLike(text, steps.map(likeOf).join('')), pattern);
  if (middle.some(isWild)) return certain(to.fits(text, steps.map(expressionOf).join('')), pattern);
  const part = literal(middle);
  if (open && ends) return certain(to.contains(text, part), part);
  if (open) return certain(to.endsWith(text, part), part);
  return ends ? certain(to.startsWith(text, part), part) : equals(text, part);
}
