import { expect, test } from 'vitest';
import { parseAccounts } from './accounts.ts';

const first = { id: '111111111111', name: 'first', accessKeyId: 'AKIAFIRST', secretAccessKey: 's' };

test('a list of accounts, each wrong member named', () => {
  expect(parseAccounts([first], 'accounts.json')).toEqual([first]);
  const wrong = [first, { ...first, id: '12', deny: 'all', colour: 'red' }];
  expect(() => parseAccounts(wrong, 'accounts.json')).toThrow(
    /^accounts\.json is not a list of accounts: .*1\.id must be twelve digits.*1\.deny.*colour/,
  );
  expect(() => parseAccounts([first, first], 'a')).toThrow('1.id is used twice; 1.accessKeyId is');
  expect(() => parseAccounts([], 'a')).toThrow('a is not a list of accounts');
});
