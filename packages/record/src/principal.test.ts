import { expect, test } from 'vitest';
import { records, session } from '../test/records.ts';
import { principal } from './index.ts';

test('a session: its name, the role behind it, MFA and who vouched for it', () => {
  expect(principal(records.createUser)).toEqual({
    kind: 'session',
    label: 'alice',
    sessionName: 'alice',
    roleName: 'Admin',
    issuerArn: 'arn:aws:iam::111122223333:role/Admin',
    accountId: '111122223333',
    accessKeyId: 'ASIAEXAMPLEKEY000002',
    mfa: true,
    onBehalfOf: undefined,
    invokedBy: undefined,
    sourceIdentity: 'alice@example.com',
  });
});

test('a session without an issuer still has its role, from the ARN', () => {
  const arn = 'arn:aws-us-gov:sts::111122223333:assumed-role/path/Deploy/ci';
  expect(principal({ userIdentity: { type: 'AssumedRole', arn } })).toMatchObject({
    label: 'ci',
    roleName: 'path/Deploy',
  });
});

test('a sign-in says beside itself whether MFA was used', () => {
  expect(principal(records.rootSignIn)).toMatchObject({ kind: 'root', mfa: true });
  expect(principal(records.signInFailed)).toMatchObject({ kind: 'user', mfa: false });
});

test('a role that acts for an Identity Center user', () => {
  const userIdentity = { ...session, onBehalfOf: { userId: 'u-1' } };
  expect(principal({ ...records.createUser, userIdentity }).onBehalfOf).toBe('u-1');
});

test.each([
  [records.byService, 'service', 'secretsmanager.amazonaws.com'],
  [records.serviceEvent, 'service', 'AWS Internal'],
  [{}, 'unknown', 'an unknown caller'],
  [{ userIdentity: 'nobody' }, 'unknown', 'an unknown caller'],
  [{ userIdentity: { type: '__proto__', accountId: '1' } }, 'unknown', 'account 1'],
])('callers without a name: %#', (record, kind, label) => {
  expect(principal(record)).toMatchObject({ kind, label });
});
