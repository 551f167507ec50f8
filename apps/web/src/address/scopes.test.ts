import { expect, test } from 'vitest';
import { chosenScopes } from './scopes.ts';

const about = {
  accounts: [
    { id: '111122223333', name: 'prod' },
    { id: 'dev', name: 'dev' },
  ],
  regions: ['us-east-1', 'eu-west-1'],
};
const scopes = (accounts: string[], regions: string[]) =>
  chosenScopes({ accounts, regions }, about);

test('no choice is everything, also accounts that cannot be read now: they say why', () => {
  expect(scopes([], []).scopes).toEqual([
    '111122223333:us-east-1',
    '111122223333:eu-west-1',
    'dev:us-east-1',
    'dev:eu-west-1',
  ]);
});

test('an account is chosen by its id or its name', () => {
  expect(scopes(['prod'], ['eu-west-1']).scopes).toEqual(['111122223333:eu-west-1']);
  expect(scopes(['111122223333'], ['eu-west-1']).scopes).toEqual(['111122223333:eu-west-1']);
});

test('what this server does not offer is named, and the rest is shown', () => {
  expect(scopes(['prod', '999999999999'], ['mars-1'])).toMatchObject({
    scopes: ['111122223333:us-east-1', '111122223333:eu-west-1'],
    unknown: ['999999999999', 'mars-1'],
  });
});
