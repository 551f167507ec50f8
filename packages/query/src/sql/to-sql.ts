import type { Filter } from '../filter.ts';
import { anywhere } from './anywhere.ts';
import { allBounds, anyBounds, type Bounds, isExact, notBounds } from './bounds.ts';
import type { Dialect } from './dialect.ts';
import { fieldCondition } from './field-condition.ts';
import { pathCondition } from './path-condition.ts';
import type { Sql } from './sql-text.ts';

/** A filter as a condition on the table `events`, to stand after WHERE. */
export interface SqlFilter extends Sql {
  /** Whether it holds for the very events that match. If not, it holds for all of these and perhaps for others. */
  readonly exact: boolean;
  /** Holds only for events that match: what `sql` finds and this does not, the matcher has to decide. */
  readonly sure: Sql;
}

function boundsOf(to: Dialect, filter: Filter): Bounds {
  switch (filter.kind) {
    case 'and':
      return allBounds(filter.of.map((of) => boundsOf(to, of)));
    case 'or':
      return anyBounds(filter.of.map((of) => boundsOf(to, of)));
    case 'not':
      return notBounds(boundsOf(to, filter.of));
    case 'anywhere':
      return anywhere(to, filter.text);
    case 'is':
    case 'like':
    case 'present':
    case 'within':
    case 'compare': {
      const { subject } = filter;
      return subject.kind === 'field'
        ? fieldCondition(to, subject.name, filter)
        : pathCondition(to, subject.path, filter);
    }
  }
}

/**
 * Prints a filter for an engine. The statement's text is made of the catalogue's names and fixed words alone; every
 * value, pattern and key is a parameter.
 */
export function toSql(filter: Filter, dialect: Dialect): SqlFilter {
  const bounds = boundsOf(dialect, filter);
  return { ...bounds.may, exact: isExact(bounds), sure: bounds.must };
}
