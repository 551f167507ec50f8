import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';

test('S12: a second database in one process is refused, as two on one file would lose what both write', async () => {
  const first = await openDatabase({ kind: 'memory' });
  await expect(openDatabase({ kind: 'memory' })).rejects.toThrow(/has its database already/);
  const connection = await first.connect();
  expect((await connection.runAndReadAll('SELECT 1')).getRows()).toEqual([[1]]);
});
