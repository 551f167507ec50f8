import { type Filter, filterLimits } from './filter.ts';
import { anyOne, globSteps, goesBackTwice } from './glob.ts';
import { FilterMistake } from './mistake.ts';
import type { Word } from './scan.ts';

// \p{Cc}: control characters, NUL among them. \p{Cs} finds only lone surrogates: pairs are read as one character.
const forbidden = /[\p{Cc}\p{Cs}]/u;
// Between terms tabs and line ends are space.
const forbiddenBetween = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

function refuse(text: string, pattern: RegExp, offset: number): void {
  const found = pattern.exec(text);
  if (!found) return;
  const at = offset + found.index;
  const code = text.charCodeAt(found.index);
  const what = code > 0xff ? 'half of a character' : 'a control character';
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new FilterMistake(
    at,
    at + 1,
    `Here stands ${what} (${name}), which no filter can hold. A ? matches any one character.`,
  );
}

/** Refuses tabs and line ends too, in the value or name that stands at `offset` of the filter. */
export const checkValue = (written: string, offset: number): void =>
  refuse(written, forbidden, offset);

/** Refuses text that is too long, and characters that no value may hold. */
export function checkCharacters(text: string): void {
  if (text.length > filterLimits.characters)
    throw new FilterMistake(
      filterLimits.characters,
      text.length,
      `A filter may have ${filterLimits.characters} characters; this one has ${text.length}.`,
    );
  refuse(text, forbiddenBetween, 0);
}

/** Refuses a pattern that would take long to try on each event. */
export function checkWildcards({ from, to, pattern }: Word): void {
  const steps = globSteps(pattern);
  const singles = steps.filter((step) => step === anyOne).length;
  const [most, value] = goesBackTwice(steps)
    ? [filterLimits.singlesAmongStars, 'A value with several *']
    : [filterLimits.singles, 'A value'];
  if (singles > most)
    throw new FilterMistake(from, to, `${value} may have ${most} ?; this one has ${singles}.`);
}

const measure = (filter: Filter): { nodes: number; depth: number } => {
  const of = filter.kind === 'not' ? [filter.of] : 'of' in filter ? filter.of : [];
  const parts = of.map(measure);
  return {
    nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
    depth: 1 + Math.max(0, ...parts.map((part) => part.depth)),
  };
};

/** Refuses a filter over filterLimits; the whole text is what is wrong then. */
export function checkSize(filter: Filter, length: number): void {
  const { nodes, depth } = measure(filter);
  if (nodes > filterLimits.nodes)
    throw new FilterMistake(
      0,
      length,
      `A filter may have ${filterLimits.nodes} parts; this one has ${nodes}.`,
    );
  if (depth > filterLimits.depth)
    throw new FilterMistake(
      0,
      length,
      `A filter may be ${filterLimits.depth} levels deep; this one is ${depth}.`,
    );
}
