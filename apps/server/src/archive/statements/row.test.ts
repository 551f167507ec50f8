import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import {
  accountId,
  type Column,
  count,
  epochMs,
  flag,
  listOf,
  named,
  nullable,
  oneOf,
  optional,
  region,
  rowId,
  structOf,
  sum,
  text,
  whole,
} from './column.ts';
import { rowIn, WrongRow } from './row.ts';
import { rowOf, rowsOf } from './statement.ts';

const connection = await (await DuckDBInstance.create(':memory:')).connect();

test('a row is read as its columns say, whichever type the database counts in', async () => {
  const row = rowIn('archive.things', {
    account: accountId,
    region,
    at: named('at_ms', epochMs),
    small: count,
    large: whole,
    counted: count,
    nothing: sum,
    id: rowId,
    kept: flag,
    kind: oneOf('a', 'b'),
    texts: listOf(text),
    none: listOf(text),
    pairs: listOf(structOf({ value: text, events: whole })),
    absent: optional(text),
    value: nullable(text),
  });
  expect(row.names.slice(1, 4)).toEqual(['region', 'at_ms', 'small']);
  const [read] = await rowsOf(
    connection,
    row,
    `SELECT '111122223333', 'eu-west-1', 1700000000123::BIGINT, 7::INTEGER, -9::HUGEINT, count(*),
       sum(NULL::BIGINT), 12::BIGINT, TRUE, 'b', ['x', ''], NULL, [{events: -3, value: 'v'}], NULL, NULL
     FROM range(2)`,
  );
  expect(read).toEqual({
    account: '111122223333',
    region: 'eu-west-1',
    at: 1_700_000_000_123,
    small: 7,
    large: -9,
    counted: 2,
    nothing: 0,
    id: 12n,
    kept: true,
    kind: 'b',
    texts: ['x', ''],
    none: [],
    pairs: [{ value: 'v', events: -3 }],
    value: null,
  });
  expect(read).not.toHaveProperty('absent');
});

test.each<[string, Column<unknown>, string]>([
  [
    `'12'`,
    accountId,
    'The event archive has "12" in archive.things, column it, which is to hold the twelve digits',
  ],
  [`'Eu West'`, region, '"Eu West" in archive.things, column it, which is to hold a Region'],
  ['NULL', text, 'nothing in archive.things, column it, which is to hold a text'],
  ['1', text, '"1" in archive.things, column it, which is to hold a text'],
  [`'1'`, whole, '"1" in archive.things, column it, which is to hold a whole number'],
  ['9007199254740993::BIGINT', whole, '"9007199254740993" in archive.things'],
  ['0.5::DOUBLE', epochMs, '"0.5" in archive.things, column it, which is to hold a time'],
  ['-1', count, '"-1" in archive.things'],
  ['0', flag, 'which is to hold true or false'],
  [`'__proto__'`, oneOf('a', 'b'), 'which is to hold a or b'],
  [`['a', NULL]`, listOf(text), 'which is to hold a list, each a text'],
  [`{value: 1}`, structOf({ value: text }), 'which is to hold a text as value'],
  [`repeat('x', 1000)`, oneOf('a'), `"${'x'.repeat(39)}… in archive.things`],
])('%s is no row of it, and it is said where it stands', async (value, column, words) => {
  const read = rowOf(connection, rowIn('archive.things', { it: column }), `SELECT ${value}`);
  await expect(read).rejects.toThrow(WrongRow);
  await expect(read).rejects.toThrow(words);
});
