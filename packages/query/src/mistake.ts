import type { FilterProblem } from './filter.ts';

/** Carries a problem from deep within the parser to parseFilter, which returns it; nobody else sees one. */
export class FilterMistake extends Error {
  readonly problem: FilterProblem;
  constructor(from: number, to: number, reason: string) {
    super(reason);
    this.problem = { from, to, reason };
  }
}
