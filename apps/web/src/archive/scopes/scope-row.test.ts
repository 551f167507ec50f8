import type { About } from '@trailglass/api';
import { expect, test } from 'vitest';
import { isKept, scopeRows } from './scope-row.ts';

const about: Pick<About, 'accounts' | 'regions'> = {
  accounts: [
    { id: '111122223333', name: 'prod' },
    { id: '444455556666', name: 'dev' },
  ],
  regions: ['eu-west-1', 'us-east-1'],
};

test('every scope that can be read has a row, also before anything is kept', () => {
  const rows = scopeRows(about, [], []);
  expect(rows.map(({ name, region, events }) => [name, region, events])).toEqual([
    ['prod', 'eu-west-1', 0],
    ['prod', 'us-east-1', 0],
    ['dev', 'eu-west-1', 0],
    ['dev', 'us-east-1', 0],
  ]);
  expect(rows.some(isKept)).toBe(false);
});

test('a scope is one row, whoever knows of it; what this server no longer reads is shown too', () => {
  const rows = scopeRows(
    about,
    [
      { account: '111122223333', region: 'us-east-1', events: 18_204 },
      { account: '999900001111', region: 'us-east-1', events: 7 },
    ],
    [{ account: '111122223333', region: 'us-east-1', state: 'paused' }],
  );
  expect(rows).toHaveLength(5);
  const prod = rows.find(({ scope }) => scope === '111122223333:us-east-1')!;
  expect(prod).toMatchObject({ name: 'prod', events: 18_204 });
  expect(isKept(prod)).toBe(true);
  const gone = rows.at(-1)!;
  expect(gone).toMatchObject({ name: '999900001111', events: 7, kept: undefined });
});
