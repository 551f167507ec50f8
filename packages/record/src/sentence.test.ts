import { expect, test } from 'vitest';
import { records, scope } from '../test/records.ts';
import { type JsonObject, readRecord, tellEvent } from './index.ts';

function told(record: JsonObject): string {
  const { event } = readRecord(JSON.stringify(record), scope);
  return tellEvent(event!)
    .map((part) => part.text)
    .join('');
}
const by = (userIdentity: JsonObject, more: JsonObject = {}) =>
  told({ ...records.createUser, userIdentity, ...more });

test('who did what, on what, from where, with which result', () => {
  expect(told(records.runInstances)).toBe('kodekloud launched 1 instance from 70.175.135.47');
  expect(told(records.createUser)).toBe('alice as Admin created user bob from 198.51.100.47');
  expect(told(records.assumeRole)).toBe(
    'kodekloud assumed role Deploy as session ci from 198.51.100.47',
  );
  expect(told(records.describeStatus)).toBe('kodekloud read instance status from 198.51.100.47');
});

test('a call that failed was tried', () => {
  expect(told(records.runDenied)).toBe(
    'alice as Admin tried to launch instances from 198.51.100.47 and was denied: Client.UnauthorizedOperation',
  );
  expect(told({ ...records.createUser, errorCode: 'EntityAlreadyExistsException' })).toBe(
    'alice as Admin tried to create user bob from 198.51.100.47 and failed: EntityAlreadyExistsException',
  );
  expect(told({ ...records.runDenied, errorCode: 'Client.DryRunOperation' })).toBe(
    'alice as Admin tried to launch instances from 198.51.100.47: a dry run that would have succeeded',
  );
});

test('sign-ins', () => {
  expect(told(records.rootSignIn)).toBe(
    'The root user of 111122223333 signed in to the console from 198.51.100.47',
  );
  expect(told(records.signInFailed)).toBe(
    'A user whose name AWS hides tried to sign in to the console from 198.51.100.47 and failed: No username found in supplied account',
  );
});

test('services and Insights', () => {
  expect(told(records.byService)).toBe('secretsmanager.amazonaws.com decrypted data');
  expect(told(records.serviceEvent)).toBe('AWS Internal rotated key from within AWS');
  expect(told(records.insight)).toBe(
    'An unusual call rate of RunInstances on ec2.amazonaws.com began',
  );
});

test('every kind of caller', () => {
  const created = 'created user bob from 198.51.100.47';
  const account = '444455556666';
  expect(by({ type: 'Role', arn: 'arn:aws:iam::444455556666:role/R' })).toBe(`R ${created}`);
  expect(by({ type: 'FederatedUser', principalId: `${account}:fed` })).toBe(`fed ${created}`);
  expect(by({ type: 'AWSAccount', accountId: account })).toBe(
    `Someone in account 444455556666 ${created}`,
  );
  expect(by({ type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' } })).toBe(`u-1 ${created}`);
  expect(by({ type: 'SAMLUser', userName: 's@example.com' })).toBe(`s@example.com ${created}`);
  expect(by({ type: 'WebIdentityUser', userName: 'repo:x' })).toBe(`repo:x ${created}`);
  expect(by({ type: 'Directory', userName: 'd' })).toBe(`d ${created}`);
  expect(by({ type: 'Unknown', principalId: 'p' })).toBe(`p ${created}`);
  expect(by({ type: 'IAMUser', arn: 'arn:aws:iam::1:user/path/no-name' })).toBe(
    `no-name ${created}`,
  );
  expect(by({})).toBe(`An unknown caller ${created}`);
});

test('names that AWS coins later are told by their verb, or named', () => {
  const call = (eventName: string) => told({ ...records.createUser, eventName });
  expect(call('DeleteNetworkAcl')).toBe(
    'alice as Admin deleted network ACL on bob from 198.51.100.47',
  );
  expect(call('Frobnicate')).toBe(
    'alice as Admin called Frobnicate on iam.amazonaws.com from 198.51.100.47',
  );
});
