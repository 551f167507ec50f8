import { joined, no, type Sql, sql, yes } from './sql-text.ts';

/**
 * What SQL can say of a condition. Where it is as precise as the matcher both bounds are one and the same condition;
 * elsewhere the truth lies between the two. Either may be NULL for false.
 */
export interface Bounds {
  /** Holds wherever the condition does, and perhaps elsewhere. */
  readonly may: Sql;
  /** Holds nowhere but where the condition does. */
  readonly must: Sql;
}

export const exactly = (condition: Sql): Bounds => ({ may: condition, must: condition });
export const isExact = ({ may, must }: Bounds): boolean => may === must;
export const never = exactly(no);
export const unknown: Bounds = { may: yes, must: no };

/** The same step on both bounds; once only where they are one. */
export const mapBounds = (bounds: Bounds, step: (condition: Sql) => Sql): Bounds => {
  const may = step(bounds.may);
  return { may, must: isExact(bounds) ? may : step(bounds.must) };
};

function join(of: readonly Bounds[], word: 'AND' | 'OR'): Bounds {
  const may = joined(
    of.map((bounds) => bounds.may),
    word,
  );
  if (of.every(isExact)) return exactly(may);
  return {
    may,
    must: joined(
      of.map((bounds) => bounds.must),
      word,
    ),
  };
}
export const allBounds = (of: readonly Bounds[]): Bounds => join(of, 'AND');
export const anyBounds = (of: readonly Bounds[]): Bounds => join(of, 'OR');

const negated = (condition: Sql): Sql => sql`NOT coalesce(${condition}, FALSE)`;
/** What may hold must not have held: `not` swaps the bounds. */
export const notBounds = (of: Bounds): Bounds => {
  const { may: must, must: may } = mapBounds(of, negated);
  return { may, must };
};
