import { everything, type Filter, isEverything } from './filter.ts';
import { allOf, anyOf, conjuncts, not } from './normal.ts';
import { printFilter } from './print.ts';

/** Whether two filters are the same text; in normal form that is the same tree. */
export const sameFilter = (a: Filter, b: Filter): boolean => printFilter(a) === printFilter(b);

/** The conditions that a filter requires, each once. */
export const requirements = (filter: Filter): readonly Filter[] => {
  const all = conjuncts(filter);
  return all.filter((one, n) => all.findIndex((other) => sameFilter(one, other)) === n);
};

/** The filter without a condition that it requires; unchanged if it does not. */
export const without = (filter: Filter, condition: Filter): Filter =>
  allOf(conjuncts(filter).filter((required) => !sameFilter(required, condition)));

/** The filter with one of the conditions that it requires exchanged for another. */
export const replaced = (filter: Filter, condition: Filter, by: Filter): Filter =>
  allOf(conjuncts(filter).map((required) => (sameFilter(required, condition) ? by : required)));

/**
 * Adds a condition; one that is there already is not added again. Filtering out what was filtered for, or the other
 * way round, replaces it: together the two match nothing.
 */
export function combine(filter: Filter, joined: 'and' | 'or', condition: Filter): Filter {
  if (joined === 'and') {
    const present = conjuncts(filter);
    const added = conjuncts(condition).filter((one) => !present.some((c) => sameFilter(c, one)));
    const kept = added.reduce((rest, one) => without(rest, not(one)), filter);
    return allOf([kept, ...added]);
  }
  if (isEverything(filter) || isEverything(condition)) return everything;
  const present = filter.kind === 'or' ? filter.of : [filter];
  return present.some((one) => sameFilter(one, condition)) ? filter : anyOf([filter, condition]);
}
