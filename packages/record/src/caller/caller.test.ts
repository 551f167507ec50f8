import { expect, test } from 'vitest';
import { records, session } from '../../test/records.ts';
import { caller, type JsonObject } from '../index.ts';

const account = '111122223333';
const role = (name: string, path = '/') => ({
  type: 'Role',
  principalId: 'AROAEXAMPLEROLE000001',
  arn: `arn:aws:iam::${account}:role${path}${name}`,
  accountId: account,
  userName: name,
});
const assumed = (
  name: string,
  by: { readonly userName: string },
  context: JsonObject = {},
): JsonObject => ({
  type: 'AssumedRole',
  principalId: `AROAEXAMPLEROLE000001:${name}`,
  arn: `arn:aws:sts::${account}:assumed-role/${by.userName}/${name}`,
  accountId: account,
  accessKeyId: 'ASIAEXAMPLEKEY000002',
  sessionContext: {
    sessionIssuer: by,
    webIdFederationData: {},
    attributes: { creationDate: '2026-11-21T17:21:45Z', mfaAuthenticated: 'false' },
    ...context,
  },
});
const who = (userIdentity: JsonObject | string, more: JsonObject = {}) =>
  caller({ ...records.createUser, userIdentity, ...more });
const chainOf = (record: JsonObject | string, more: JsonObject = {}): string =>
  (who(record, more)?.chain ?? []).map(({ as, name }) => `${as} ${name}`).join(' > ');

const sso = role(
  'AWSReservedSSO_AdministratorAccess_1b74cd717d47002b',
  '/aws-reserved/sso.amazonaws.com/us-east-2/',
);
const linked = role('AWSServiceRoleForAutoScaling', '/aws-service-role/autoscaling.amazonaws.com/');
const github = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const store = `arn:aws:identitystore::${account}:identitystore/d-9067642ac7`;
const arn = (rest: string) => `arn:aws:iam::${account}:${rest}`;

test.each<[says: string, userIdentity: JsonObject | string, chain: string]>([
  [
    'Root',
    { type: 'Root', principalId: account, arn: arn('root'), accountId: account },
    'root root',
  ],
  ['Root by its alias', { type: 'Root', accountId: account, userName: 'my-alias' }, 'root root'],
  [
    'Root, by a service',
    { type: 'Root', accountId: account, invokedBy: 'autoscaling.amazonaws.com' },
    'root root > service autoscaling.amazonaws.com',
  ],
  ['IAMUser', { type: 'IAMUser', userName: 'alice', arn: arn('user/alice') }, 'iam-user alice'],
  ['IAMUser without a name', { type: 'IAMUser', arn: arn('user/ops/bob') }, 'iam-user bob'],
  [
    'IAMUser, by a service',
    { type: 'IAMUser', userName: 'alice', invokedBy: 'signin.amazonaws.com' },
    'iam-user alice > service signin.amazonaws.com',
  ],
  ['a plain role session', assumed('ci', role('Deploy')), 'session ci > role Deploy'],
  [
    'a session with a source identity',
    session,
    'source-identity alice@example.com > session alice > role Admin',
  ],
  [
    'a session named after its source identity',
    assumed('alice', role('Admin'), { sourceIdentity: 'alice' }),
    'source-identity alice > role Admin',
  ],
  [
    'a user of Identity Center',
    assumed('mia', sso),
    'identity-center-user mia > permission-set AdministratorAccess',
  ],
  [
    'a user of Identity Center, by a service',
    { ...assumed('mia', sso), invokedBy: 'cloudformation.amazonaws.com' },
    'identity-center-user mia > permission-set AdministratorAccess > service cloudformation.amazonaws.com',
  ],
  [
    'a role that acts for a user of Identity Center',
    { ...assumed('q', role('Analytics')), onBehalfOf: { userId: 'u-1', identityStoreArn: store } },
    'identity-center-user u-1 > session q > role Analytics',
  ],
  [
    'an instance',
    assumed('i-0123456789abcdef0', role('Web'), { ec2RoleDelivery: '2.0' }),
    'instance i-0123456789abcdef0 > role Web',
  ],
  [
    'a service-linked role',
    { ...assumed('AutoScaling', linked), invokedBy: 'autoscaling.amazonaws.com' },
    'service autoscaling.amazonaws.com > service-role AWSServiceRoleForAutoScaling',
  ],
  [
    'a web identity session with its subject',
    assumed('run', role('Deploy'), {
      webIdFederationData: {
        federatedProvider: github,
        attributes: { 'token.actions.githubusercontent.com:sub': 'repo:x/y' },
      },
    }),
    'web-identity repo:x/y > provider token.actions.githubusercontent.com > session run > role Deploy',
  ],
  ['Role', { type: 'Role', arn: arn('role/ops/R'), accountId: account }, 'role R'],
  [
    'FederatedUser',
    {
      type: 'FederatedUser',
      principalId: `${account}:mia`,
      arn: `arn:aws:sts::${account}:federated-user/mia`,
      sessionContext: {
        sessionIssuer: { type: 'IAMUser', arn: arn('user/broker'), userName: 'broker' },
      },
    },
    'federated-user mia > iam-user broker',
  ],
  [
    'FederatedUser of root',
    {
      type: 'FederatedUser',
      principalId: `${account}:mia`,
      sessionContext: { sessionIssuer: { type: 'Root' } },
    },
    'federated-user mia > root root',
  ],
  [
    'AWSAccount',
    { type: 'AWSAccount', principalId: 'AIDAEXAMPLEUSER000009', accountId: '444455556666' },
    'principal AIDAEXAMPLEUSER000009 > account 444455556666',
  ],
  [
    'AWSAccount, a session there',
    { type: 'AWSAccount', principalId: 'AROAEXAMPLEROLE000009:mallory', accountId: '444455556666' },
    'session mallory > account 444455556666',
  ],
  [
    'AWSService',
    { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' },
    'service lambda.amazonaws.com',
  ],
  [
    'IdentityCenterUser',
    {
      type: 'IdentityCenterUser',
      accountId: account,
      onBehalfOf: { userId: 'u-1', identityStoreArn: store },
    },
    'identity-center-user u-1',
  ],
  [
    'SAMLUser',
    {
      type: 'SAMLUser',
      principalId: 'q=:mia@example.com',
      userName: 'mia@example.com',
      identityProvider: 'q=',
    },
    'saml-user mia@example.com > provider q=',
  ],
  [
    'WebIdentityUser',
    { type: 'WebIdentityUser', userName: '1234', identityProvider: 'accounts.google.com' },
    'web-identity 1234 > provider accounts.google.com',
  ],
  [
    'Directory',
    { type: 'Directory', userName: 'mia@corp.example' },
    'directory-user mia@corp.example',
  ],
  ['Unknown', { type: 'Unknown', userName: 'mia' }, 'unknown mia'],
  [
    'Unknown, but a session by its ARN',
    { ...assumed('mia', sso), type: 'Unknown', sessionContext: {} },
    'identity-center-user mia > permission-set AdministratorAccess',
  ],
  ['a type that AWS coins later', { type: 'Robot', principalId: 'r-1' }, 'unknown r-1'],
  [
    'no type, but a service',
    { accountId: account, invokedBy: 'AWS Internal' },
    'service AWS Internal',
  ],
  ['a session without anything', { type: 'AssumedRole' }, 'unknown an unknown caller'],
  ['another account without anything', { type: 'AWSAccount' }, 'unknown an unknown caller'],
  ['empty', {}, ''],
  ['not an object', 'nobody', ''],
])('%s', (_, userIdentity, chain) => {
  expect(chainOf(userIdentity)).toBe(chain);
});

test('a hidden name is not shown as one', () => {
  expect(caller(records.signInFailed)?.chain[0]?.name).toBe('a user whose name AWS hides');
});

test('two sign-ins of Identity Center name their user beside the identity', () => {
  const more = { additionalEventData: { UserName: 'mia@example.com' } };
  const link = who({ type: 'IdentityCenterUser', onBehalfOf: { userId: 'u-1' } }, more)?.chain[0];
  expect(link).toMatchObject({
    name: 'mia@example.com',
    at: { subject: 'additionalEventData.UserName' },
  });
});

test('a human is named only where AWS vouches for the name', () => {
  const person = (userIdentity: JsonObject) => who(userIdentity)?.person?.name;
  expect(person(assumed('mia', sso))).toBe('mia');
  expect(person(session)).toBe('alice@example.com');
  expect(person({ type: 'SAMLUser', userName: 's@example.com' })).toBe('s@example.com');
  expect(person(assumed('alice@example.com', role('Admin')))).toBeUndefined();
  expect(person({ type: 'IAMUser', userName: 'alice' })).toBeUndefined();
});

test('key, MFA and account', () => {
  expect(who(session)).toMatchObject({
    key: { id: 'ASIAEXAMPLEKEY000002', temporary: true },
    mfa: true,
    account: { id: account, foreign: false },
  });
  const user = { type: 'IAMUser', userName: 'a', accessKeyId: 'AKIAEXAMPLEKEY000002' };
  expect(who(user)?.key).toEqual({ id: 'AKIAEXAMPLEKEY000002', temporary: false });
  expect(who({ ...user, accessKeyId: '' })?.key).toBeUndefined();
  // A role's session says "false" also when its user signed in elsewhere with MFA.
  expect(who(assumed('mia', sso))?.mfa).toBeUndefined();
  expect(caller(records.signInFailed)?.mfa).toBe(false);
  const other = { type: 'AWSAccount', principalId: 'x', accountId: '444455556666' };
  expect(who(other)?.account).toEqual({ id: '444455556666', foreign: true });
});

test('what credentials were issued for, to whom they were delegated, root taken by another account', () => {
  const scoped = { inScopeOf: { sourceArn: 'arn:aws:lambda:us-east-2:1:function:f' } };
  const delegate = { invokedByDelegate: { accountId: '777788889999' } };
  expect(who({ ...assumed('f', role('F')), ...scoped, ...delegate })).toMatchObject({
    inScopeOf: 'arn:aws:lambda:us-east-2:1:function:f',
    delegate: '777788889999',
    assumedRoot: false,
  });
  const taken = { type: 'Root', accountId: account, sessionContext: { assumedRoot: 'true' } };
  expect(who(taken)?.assumedRoot).toBe(true);
});

test('an Insight has no caller', () => {
  expect(caller(records.insight)).toBeUndefined();
});
