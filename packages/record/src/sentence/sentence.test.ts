import { expect, test } from 'vitest';
import { records, scope } from '../../test/records.ts';
import { type JsonObject, readRecord, tellEvent } from '../index.ts';

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

test('a role of Identity Center is called by its permission set', () => {
  const arn = 'arn:aws:sts::1:assumed-role/AWSReservedSSO_ReadOnly_Plus_1b74cd717d47002b/mia';
  expect(by({ type: 'AssumedRole', arn })).toMatch(/^mia as ReadOnly_Plus created user bob/);
});

test('a call that failed was tried', () => {
  expect(told(records.runDenied)).toBe(
    'alice as Admin tried to launch instances from 198.51.100.47 and was denied',
  );
  expect(told({ ...records.createUser, errorCode: 'EntityAlreadyExistsException' })).toBe(
    'alice as Admin tried to create user bob from 198.51.100.47 and failed',
  );
  expect(told({ ...records.runDenied, errorCode: 'Client.DryRunOperation' })).toBe(
    'alice as Admin tried to launch instances from 198.51.100.47: a dry run that would have succeeded',
  );
});

test.each([
  ['CreateUser', 'iam::111122223333:user/ops/svc-backup', 'create user svc-backup'],
  ['AttachUserPolicy', 'iam::111122223333:user/svc-backup', 'attach a policy to user svc-backup'],
  ['DeleteNetworkAcl', 'ec2:us-east-2:1:network-acl/acl-1', 'delete network ACL acl-1'],
  ['DeleteBucket', 's3:::logs', 'delete bucket logs'],
  ['PutBucketPolicy', 's3:::logs', 'set bucket policy on logs'],
  ['RunInstances', 'ec2:us-east-2:1:instance/*', 'launch instances'],
])('a denied %s without request parameters is told from AWS’s message', (eventName, arn, tried) => {
  const errorMessage = `User: arn:aws:iam::1:user/x is not authorized to perform: it on resource: arn:aws:${arn} because no identity-based policy allows the action`;
  const denied = { ...records.createUser, eventName, errorMessage, errorCode: 'AccessDenied' };
  expect(told({ ...denied, requestParameters: null, responseElements: null })).toBe(
    `alice as Admin tried to ${tried} from 198.51.100.47 and was denied`,
  );
});

test('sign-ins', () => {
  expect(told(records.rootSignIn)).toBe(
    'The root user of 111122223333 signed in to the console from 198.51.100.47',
  );
  expect(told(records.signInFailed)).toBe(
    'A user whose name AWS hides tried to sign in to the console from 198.51.100.47 and failed',
  );
});

test('services and Insights', () => {
  expect(told(records.byService)).toBe('secretsmanager.amazonaws.com decrypted data');
  const report = (source: string, more: JsonObject = {}) =>
    told({ ...records.serviceEvent, eventSource: `${source}.amazonaws.com`, ...more });
  const eventName = 'RotationSucceeded';
  expect(report('secretsmanager', { eventName })).toBe(
    'Secrets Manager reported RotationSucceeded',
  );
  expect(report('kms')).toBe('KMS reported RotateKey');
  expect(report('ec2', { eventName: 'BidEvictedEvent' })).toBe('EC2 reported BidEvictedEvent');
  expect(report('new-thing', { errorCode: 'Oops' })).toBe(
    'New thing reported RotateKey with an error',
  );
  const person = { type: 'IdentityCenterUser', userName: 'mia' };
  expect(report('sso', { eventName: 'Federate', userIdentity: person })).toMatch(/^mia called/);
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
