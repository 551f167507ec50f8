import type { DuckDBValue } from '@duckdb/node-api';
import { type Column, unfit } from './column.ts';

/** Reads rows of an answer. Throws WrongRow for one that is not what is expected. */
export interface RowReader<T> {
  /** @param from the column at which it begins */
  readonly read: (row: readonly DuckDBValue[], from?: number) => T;
}

/** A row that this reads. */
export type RowIn<R> = R extends RowReader<infer T> ? T : never;

export type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueOf<C> = C extends Column<infer T> ? T : never;
type Absent<C extends Columns> = {
  [K in keyof C]: undefined extends ValueOf<C[K]> ? K : never;
}[keyof C];
/** What columns give: what may be NULL may be absent. */
export type RowOf<C extends Columns> = {
  [K in Exclude<keyof C, Absent<C>>]: ValueOf<C[K]>;
} & { [K in Absent<C>]?: ValueOf<C[K]> };

/** The database holds something else than this program has written; with the table and the column. */
export class WrongRow extends Error {
  override readonly name = 'WrongRow';
}

/** Rows of these columns, in this order. @param table for whoever is told what is wrong with one */
export function rowIn<C extends Columns>(
  table: string,
  columns: C,
): RowReader<RowOf<C>> & { readonly names: readonly string[] } {
  const all = Object.entries(columns).map(([key, column]) => ({ key, column }));
  const names = all.map(({ key, column }) => column.name ?? key);
  return {
    names,
    read: (row, from = 0) => {
      const found: Record<string, unknown> = {};
      for (let n = 0; n < all.length; n += 1) {
        const { key, column } = all[n] as (typeof all)[number];
        const given = row[from + n] ?? null;
        const value = column.read(given);
        if (value === unfit) throw wrongRow(table, names[n] ?? key, column, given);
        if (value !== undefined) found[key] = value;
      }
      return found as RowOf<C>;
    },
  };
}

/** Rows of one column, or what one column of them says. */
export const columnIn = <T>(table: string, name: string, column: Column<T>): RowReader<T> => ({
  read: (row, from = 0) => {
    const value = column.read(row[from] ?? null);
    if (value === unfit) throw wrongRow(table, name, column, row[from] ?? null);
    return value;
  },
});

/** Rows whose columns are all alike, as many as there are. */
export const allIn = <T>(table: string, name: string, column: Column<T>): RowReader<T[]> => {
  const each = columnIn(table, name, column);
  return {
    read: (row, from = 0) =>
      Array.from({ length: Math.max(0, row.length - from) }, (_, n) => each.read(row, from + n)),
  };
};

const wrongRow = (
  table: string,
  column: string,
  { holds }: Column<unknown>,
  value: DuckDBValue,
): WrongRow =>
  new WrongRow(
    `The event archive has ${shown(value)} in ${table}, column ${column}, which is to hold ${holds}.`,
  );

const MOST_SHOWN = 40;
/** Short, as it is for the log and for people. */
function shown(value: DuckDBValue): string {
  if (value === null) return 'nothing';
  const all = JSON.stringify(String(value));
  return all.length > MOST_SHOWN ? `${all.slice(0, MOST_SHOWN)}…` : all;
}
