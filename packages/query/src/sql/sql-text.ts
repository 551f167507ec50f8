export type SqlValue = string | number | boolean;

/** A piece of SQL with its parameters, one for each `?`, in order. */
export interface Sql {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/**
 * SQL is written as sql`…` and no other way. What stands in ${} is spliced if it is Sql and bound as a parameter if it
 * is a value: so no value can ever become part of the statement.
 */
export function sql(written: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = written[0] ?? '';
  const params: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'object') {
      text += part.sql;
      params.push(...part.params);
    } else {
      text += '?';
      params.push(part);
    }
    text += written[index + 1] ?? '';
  }
  return { sql: text, params };
}

export const yes = sql`TRUE`;
export const no = sql`FALSE`;

/** `(a AND b)`; one piece stands alone, and of none `empty` is left. */
export function joined(pieces: readonly Sql[], word: 'AND' | 'OR'): Sql {
  const [first = word === 'AND' ? yes : no, ...rest] = pieces;
  if (rest.length === 0) return first;
  return {
    sql: `(${pieces.map((piece) => piece.sql).join(` ${word} `)})`,
    params: pieces.flatMap((piece) => piece.params),
  };
}
