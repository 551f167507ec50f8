import { needles } from '../needles.ts';
import { allBounds, anyBounds, type Bounds, exactly } from './bounds.ts';
import { record } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { joined, no, type Sql, sql } from './sql-text.ts';

// Engines lower each character on its own and by the Unicode they know. Of these JavaScript may make another letter:
// sigma (by what follows), the dot that İ leaves, what is no character, and letters that got their capital lately.
const uncertain =
  /(?:\u0307|[σς\ufffd\p{Cs}]|(?![\0-\u017f\u0370-\u052f])\p{Changes_When_Casemapped})+/u;

/**
 * A part of the word that is quickly seen not to be there; to lower whole records takes longer. Letters with a further
 * spelling outside ASCII (ſ, the Kelvin sign, İ for a last i) make no such part.
 */
const traceOf = (needle: string): string | undefined =>
  (needle.replace(/i$/, '').match(/[^sk\u0080-\u{10ffff}]{3,}/gu) ?? []).toSorted(
    (a, b) => b.length - a.length,
  )[0];

function contains(to: Dialect, text: Sql, needle: string): Bounds {
  const parts = needle.split(uncertain);
  const holds = parts
    .filter((part) => part !== '')
    .map((part) => to.contains(to.lower(text), part));
  if (parts.length > 1) return { may: allBounds(holds.map(exactly)).may, must: no };
  // İ lowers to i and a dot, for most engines to i alone: looked at again only where the word was found.
  const dotted = to.lower(to.replace(text, 'İ', 'i\u0307'));
  const again = needle.includes('i') ? [to.contains(dotted, needle)] : [];
  const found = [...holds, ...again];
  const trace = traceOf(needle);
  if (trace === undefined) return allBounds(found.map(exactly));
  return exactly(
    sql`CASE WHEN ${to.mayContain(text, trace)} THEN ${joined(found, 'AND')} ELSE FALSE END`,
  );
}

/** A word anywhere in the record's text, in any case. */
export const anywhere = (to: Dialect, text: string): Bounds =>
  anyBounds(needles(text).map((needle) => contains(to, to.column(record), needle)));
