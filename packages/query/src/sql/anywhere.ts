import { needles } from '../needles.ts';
import { allBounds, anyBounds, type Bounds, exactly } from './bounds.ts';
import { record } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { no, type Sql } from './sql-text.ts';

// Engines lower each character on its own and by the Unicode they know. Of these JavaScript may make another letter:
// sigma (by what follows), the dot that İ leaves, what is no character, and letters that got their capital lately.
const uncertain =
  /(?:\u0307|[σς\ufffd\p{Cs}]|(?![\0-\u017f\u0370-\u052f])\p{Changes_When_Casemapped})+/u;

function contains(to: Dialect, text: Sql, needle: string): Bounds {
  const parts = needle.split(uncertain);
  const holds = parts
    .filter((part) => part !== '')
    .map((part) => to.contains(to.lower(text), part));
  if (parts.length > 1) return { may: allBounds(holds.map(exactly)).may, must: no };
  // İ lowers to i and a dot, for most engines to i alone: looked at again only where the word was found.
  const dotted = to.lower(to.replace(text, 'İ', 'i\u0307'));
  const again = needle.includes('i') ? [to.contains(dotted, needle)] : [];
  return allBounds([...holds, ...again].map(exactly));
}

/** A word anywhere in the record's text, in any case. */
export const anywhere = (to: Dialect, text: string): Bounds =>
  anyBounds(needles(text).map((needle) => contains(to, to.column(record), needle)));
