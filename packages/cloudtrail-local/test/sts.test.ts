import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, expect, test } from 'vitest';
import { type AccountSettings, startLocal } from '../src/index.ts';
import { allEvents, cloudTrail, type Credentials, sts } from './clients.ts';
import { record, today } from './records.ts';

const account = (id: string, name: string, more: Partial<AccountSettings> = {}) => ({
  id,
  name,
  accessKeyId: `AKIA${name.toUpperCase()}`,
  secretAccessKey: `secret of ${name}`,
  ...more,
});
const accounts: AccountSettings[] = [
  account('111111111111', 'first', { user: 'arn:aws:iam::111111111111:user/ops/alice' }),
  account('222222222222', 'second', { records: 'own', externalId: 'shared words' }),
  account('333333333333', 'closed', { deny: true }),
  account('444444444444', 'partly', { deny: ['eu-west-1'] }),
  account('555555555555', 'over', { expired: true }),
];
let real = Date.now();
const local = await startLocal({ accounts, now: today, ratePerSecond: 0, realTime: () => real });
local.add([
  record({ eventID: 'of the first', recipientAccountId: '111111111111' }),
  record({ eventID: 'of the second', recipientAccountId: '222222222222' }),
  record({ eventID: 'of nobody here', recipientAccountId: '999999999999' }),
]);
afterAll(() => local[Symbol.asyncDispose]());

const key = (name: string): Credentials => {
  const found = accounts.find((account) => account.name === name);
  if (!found) throw new Error(name);
  return { accessKeyId: found.accessKeyId, secretAccessKey: found.secretAccessKey };
};
const whoIs = (credentials?: Credentials) =>
  sts(local, credentials).send(new GetCallerIdentityCommand({}));
const lookup = (credentials?: Credentials, region?: string) =>
  cloudTrail(local, region, credentials).send(new LookupEventsCommand({}));

async function assume(id: string, more = {}, credentials?: Credentials): Promise<Credentials> {
  const { Credentials: given } = await sts(local, credentials).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${id}:role/audit/Reader`,
      RoleSessionName: 'trailglass',
      ...more,
    }),
  );
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

test('the caller is who holds the key; local is the first account', async () => {
  expect(await whoIs()).toMatchObject({
    Account: '111111111111',
    Arn: 'arn:aws:iam::111111111111:user/ops/alice',
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
  });
  expect(await whoIs(key('second'))).toMatchObject({
    Account: '222222222222',
    Arn: 'arn:aws:iam::222222222222:user/second',
  });
});

test('an assumed role is another principal, in the account of the role', async () => {
  const session = await assume('222222222222', { ExternalId: 'shared words' });
  expect(session.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  expect(await whoIs(session)).toMatchObject({
    Account: '222222222222',
    Arn: 'arn:aws:sts::222222222222:assumed-role/Reader/trailglass',
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:trailglass$/) as string,
  });
  expect(await allEvents(cloudTrail(local, 'us-east-1', session))).toMatchObject([
    { EventId: 'of the second' },
  ]);
});

test('records go to the account that claims them, all others to everyone who claims none', async () => {
  const seen = async (name: string) => {
    const events = await allEvents(cloudTrail(local, 'us-east-1', key(name)));
    return new Set(events.map((event) => event.EventId));
  };
  expect(await seen('first')).toEqual(new Set(['of the first', 'of nobody here']));
  expect(await seen('partly')).toEqual(new Set(['of the first', 'of nobody here']));
  expect(await seen('second')).toEqual(new Set(['of the second']));
});

test('a role is refused without its external id, and where no such account is', async () => {
  const refused = {
    name: 'AccessDenied',
    message: expect.stringContaining('is not authorized to perform: sts:AssumeRole') as string,
  };
  await expect(assume('222222222222')).rejects.toMatchObject(refused);
  await expect(assume('222222222222', { ExternalId: 'guess' })).rejects.toMatchObject(refused);
  await expect(assume('999999999999')).rejects.toMatchObject(refused);
});

test.each([
  ['a name with a space', { RoleSessionName: 'a b' }],
  ['a quarter of an hour less a second', { DurationSeconds: 899 }],
  ['half a day and a second', { DurationSeconds: 43_201 }],
  ['no role', { RoleArn: 'arn:aws:iam::111111111111:user/alice' }],
])('%s is no way to assume one', async (_, more) => {
  await expect(assume('111111111111', more)).rejects.toMatchObject({ name: 'ValidationError' });
});

test('a session ends when it was said to, for every service', async () => {
  const session = await assume('111111111111', { DurationSeconds: 900 });
  const began = real;
  real = began + 899_000;
  const clock = { systemClockOffset: real - Date.now() };
  const client = cloudTrail(local, 'us-east-1', session);
  Object.assign(client.config, clock);
  await expect(client.send(new LookupEventsCommand({}))).resolves.toHaveProperty('Events');
  real = began + 900_000;
  Object.assign(client.config, { systemClockOffset: real - Date.now() });
  await expect(client.send(new LookupEventsCommand({}))).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  });
  real = Date.now();
});

test('an expired account is expired for both services', async () => {
  await expect(lookup(key('over'))).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  await expect(whoIs(key('over'))).rejects.toMatchObject({ name: 'ExpiredToken' });
});

const policy = (...Statement: object[]) => ({
  Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
});
const allow = (...Action: string[]) => ({ Effect: 'Allow', Action, Resource: '*' });
const only = (region: string) => ({
  ...allow('cloudtrail:LookupEvents'),
  Condition: { StringEquals: { 'aws:RequestedRegion': [region] } },
});

test.each([
  ['the action itself', policy(allow('cloudtrail:LookupEvents'))],
  ['a wildcard, in any case', policy(allow('s3:*', 'CLOUDTRAIL:look*events'))],
  ['everything', policy(allow('*'))],
  ['this Region', policy(only('us-east-1'))],
])('a session policy that allows %s', async (_, more) => {
  await expect(lookup(await assume('111111111111', more))).resolves.toHaveProperty('Events');
});

test.each([
  ['nothing that matters', policy(allow('s3:*')), 'because no session policy allows'],
  ['nothing at all', policy(), 'because no session policy allows'],
  ['another Region', policy(only('eu-west-1')), 'because no session policy allows'],
  [
    'and denies it again',
    policy(allow('*'), { ...allow('cloudtrail:*'), Effect: 'Deny' }),
    'with an explicit deny in a session policy',
  ],
])('a session policy that allows %s', async (_, more, why) => {
  await expect(lookup(await assume('111111111111', more))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::111111111111:assumed-role/Reader/trailglass is not authorized to perform: cloudtrail:LookupEvents ${why}${why.startsWith('because') ? ' the cloudtrail:LookupEvents action' : ''}`,
  });
});

test('a session policy that is none', async () => {
  await expect(assume('111111111111', { Policy: '{"Statement":7}' })).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
  });
});

test('an account may be denied everywhere, or in some Regions', async () => {
  await expect(lookup(key('closed'))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'User: arn:aws:iam::333333333333:user/closed is not authorized to perform: cloudtrail:LookupEvents because no identity-based policy allows the cloudtrail:LookupEvents action',
  });
  await expect(lookup(key('partly'))).resolves.toHaveProperty('Events');
  await expect(lookup(key('partly'), 'eu-west-1')).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('explicit deny in a service control policy') as string,
  });
});
