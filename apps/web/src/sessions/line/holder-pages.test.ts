import { expect, test } from 'vitest';
import { holderPages } from './holder-pages.ts';

test('a user, a session and its role have pages; a service, an account and a stranger have none', () => {
  expect(holderPages({ kind: 'user', label: 'alice' })).toEqual({
    name: { kind: 'user', value: 'alice' },
    role: undefined,
  });
  const session = { kind: 'session', label: 'ci-1', sessionName: 'ci-1', roleName: 'deploy' };
  expect(holderPages(session)).toEqual({
    name: { kind: 'user', value: 'ci-1' },
    role: { kind: 'role', value: 'deploy' },
  });
  // A session whose own name no record says is shown by its role.
  expect(holderPages({ kind: 'session', label: 'deploy', roleName: 'deploy' })).toEqual({
    name: { kind: 'role', value: 'deploy' },
    role: undefined,
  });
  const nothing = { name: undefined, role: undefined };
  expect(holderPages({ kind: 'service', label: 'ec2.amazonaws.com' })).toEqual(nothing);
  expect(holderPages({ kind: 'account', label: 'account 111122223333' })).toEqual(nothing);
  expect(holderPages({ kind: 'unknown', label: 'an unknown caller' })).toEqual(nothing);
});
