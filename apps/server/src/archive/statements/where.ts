import { duckdb, type Filter, matcher, type Sql, toSql } from '@trailglass/query';
import type { TrailEvent } from '@trailglass/record';

/** A filter as a condition on the table; `matches` where that lets more through than the filter does. */
export interface Where extends Sql {
  readonly matches?: (event: TrailEvent) => boolean;
}

export function whereOf(filter: Filter): Where {
  const { sql, params, exact } = toSql(filter, duckdb);
  const where = { sql: `(${sql})`, params };
  return exact ? where : { ...where, matches: matcher(filter) };
}
