import type { Filter } from '../filter.ts';
import type { Bounds } from './bounds.ts';
import { equals } from './certain.ts';
import { compare } from './compare.ts';
import type { Dialect } from './dialect.ts';
import { like } from './like.ts';
import type { Sql } from './sql-text.ts';
import { within } from './within.ts';

/** What a single value is asked; `present` is asked of all of them. */
export type ValueCondition = Extract<
  Filter,
  { readonly kind: 'is' | 'like' | 'within' | 'compare' }
>;
export type Present = Extract<Filter, { readonly kind: 'present' }>;

/** What a condition asks of one text. */
export function textCondition(to: Dialect, text: Sql, condition: ValueCondition): Bounds {
  switch (condition.kind) {
    case 'is':
      return equals(text, condition.value);
    case 'like':
      return like(to, text, condition.pattern);
    case 'within':
      return within(to, text, condition.network);
    case 'compare':
      return compare(to, text, condition.op, condition.value);
  }
}
