import { DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api';
import {
  type AccountId,
  type EpochMs,
  type EpochSecond,
  isAccountId,
  isRegion,
  type Region,
} from '@trailglass/record';

/** What a column gave is not what it is to hold. */
export const unfit = Symbol('unfit');

/** What a column of an answer holds, and how the database's value of it is read. */
export interface Column<T> {
  /** In words, for whoever is told that something else is there. */
  readonly holds: string;
  readonly read: (value: DuckDBValue) => T | typeof unfit;
  /** Its name in the table, where the row has another for it. */
  readonly name?: string;
}

export const named = <T>(name: string, column: Column<T>): Column<T> => ({ ...column, name });

export const text: Column<string> = {
  holds: 'a text',
  read: (value) => (typeof value === 'string' ? value : unfit),
};

/** Row after row most often says the same. */
function textThat<T extends string>(holds: string, is: (value: string) => value is T): Column<T> {
  let last: T | undefined;
  return {
    holds,
    read: (value) => {
      if (typeof value !== 'string') return unfit;
      if (value === last) return last;
      if (!is(value)) return unfit;
      last = value;
      return value;
    },
  };
}
export const accountId: Column<AccountId> = textThat(
  'the twelve digits of an account',
  isAccountId,
);
export const region: Column<Region> = textThat('a Region', isRegion);
/** One of these. */
export const oneOf = <const T extends string>(...texts: readonly T[]): Column<T> =>
  textThat(texts.join(' or '), (value): value is T => (texts as readonly string[]).includes(value));

export const flag: Column<boolean> = {
  holds: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : unfit),
};

/** Whole numbers come as bigint or, of 32 bits, as number; none of ours is larger than a number can say exactly. */
function wholeIn(value: DuckDBValue): number | typeof unfit {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : unfit;
}
const wholeAs = <T extends number>(holds: string): Column<T> => ({
  holds,
  read: wholeIn as (value: DuckDBValue) => T | typeof unfit,
});
export const whole: Column<number> = wholeAs('a whole number');
export const epochMs: Column<EpochMs> = wholeAs('a time in milliseconds');
export const epochSecond: Column<EpochSecond> = wholeAs('a time in seconds');

export const count: Column<number> = {
  holds: 'a number of things',
  read: (value) => {
    const number = wholeIn(value);
    return number !== unfit && number >= 0 ? number : unfit;
  },
};
/** A sum over nothing is NULL. */
export const sum: Column<number> = {
  holds: count.holds,
  read: (value) => (value === null ? 0 : count.read(value)),
};

export const rowId: Column<bigint> = {
  holds: 'the number of a row',
  read: (value) => (typeof value === 'bigint' ? value : unfit),
};

/** NULL is undefined, and the row does not have it then. */
export const optional = <T>(column: Column<T>): Column<T | undefined> => ({
  ...column,
  read: (value) => (value === null ? undefined : column.read(value)),
});
export const nullable = <T>(column: Column<T>): Column<T | null> => ({
  ...column,
  read: (value) => (value === null ? null : column.read(value)),
});

/** NULL is a list of none. */
export const listOf = <T>(item: Column<T>): Column<T[]> => ({
  holds: `a list, each ${item.holds}`,
  read: (value) => {
    if (value === null) return [];
    if (!(value instanceof DuckDBListValue)) return unfit;
    const items: T[] = [];
    for (const one of value.items) {
      const read = item.read(one);
      if (read === unfit) return unfit;
      items.push(read);
    }
    return items;
  },
});

export const structOf = <C extends Readonly<Record<string, Column<unknown>>>>(
  members: C,
): Column<{ [K in keyof C]: C[K] extends Column<infer T> ? T : never }> => ({
  holds: Object.entries(members)
    .map(([name, { holds }]) => `${holds} as ${name}`)
    .join(' and '),
  read: (value) => {
    if (!(value instanceof DuckDBStructValue)) return unfit;
    const found: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(members)) {
      const read = member.read(value.entries[name] ?? null);
      if (read === unfit) return unfit;
      found[name] = read;
    }
    return found as { [K in keyof C]: C[K] extends Column<infer T> ? T : never };
  },
});
