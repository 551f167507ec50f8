import { everything, type Filter, isEverything } from './filter.ts';

// Normal form, which is what the parser gives and the printer's text gives back: no `and` in an `and`, no `or` in an
// `or`, none of them with a single member, no double `not`, no "everything" but the whole filter.

const join = (kind: 'and' | 'or', of: readonly Filter[]): Filter => {
  const flat = of.flatMap((f) => (f.kind === kind ? f.of : [f]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, of: flat };
};

/** All of them; `allOf([])` is every event. */
export const allOf = (of: readonly Filter[]): Filter =>
  join(
    'and',
    of.filter((f) => !isEverything(f)),
  );

/** Any of them. */
export const anyOf = (of: readonly Filter[]): Filter =>
  of.some(isEverything) ? everything : join('or', of);

export const not = (of: Filter): Filter => (of.kind === 'not' ? of.of : { kind: 'not', of });

/** The conditions that a filter requires, each on its own; [] for the empty filter. */
export const conjuncts = (filter: Filter): readonly Filter[] =>
  filter.kind === 'and' ? filter.of.flatMap(conjuncts) : [filter];
