import { createdKey } from '../apis/access.ts';
import { asSession, type Caller } from '../caller.ts';
import { globalRegion, production } from '../cast/accounts.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { siteAt } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import { iamUser, userArn } from '../identity.ts';
import { arn, idOf, newId } from '../ids.ts';
import { draw } from '../random.ts';
import type { Sample } from '../record.ts';
import type { Particulars } from '../tape.ts';
import { Tape } from '../tape.ts';
import { backdoorUser, leakedKey, leakedUser, legacyTrail, moment } from './incident-cast.ts';
import { mine } from './incident-mine.ts';
import { respond } from './incident-response.ts';

const stranger = { ip: '192.0.2.66', agent: agents.stranger };
const home = siteAt(production, globalRegion);

export const withUserKey = (name: string, key: string): Caller => ({
  identity: iamUser(production, name, key),
  account: production,
  arn: userArn(production, name),
  direct: true,
  ...stranger,
});

/** What may this key do? Nearly everything is refused, and each refusal is an event. */
function tryDoors(tape: Tape, at: (clock: string) => number): void {
  const caller = withUserKey(leakedUser, leakedKey);
  const no = (resource?: string): Particulars => ({
    smooth: true,
    refused: resource === undefined ? {} : { resource },
  });
  const users = arn('iam', '', production, 'user/');
  tape.call(at('02:10:41'), home, caller, 'sts:GetCallerIdentity');
  tape.call(at('02:11:08'), home, caller, 's3:ListBuckets');
  tape.call(at('02:11:31'), home, caller, 'iam:ListUsers', no(users));
  tape.call(at('02:11:32'), home, caller, 'iam:ListRoles', no(arn('iam', '', production, 'role/')));
  tape.call(at('02:11:34'), home, caller, 'iam:GetAccountAuthorizationDetails', no('*'));
  tape.call(at('02:11:40'), home, caller, 'iam:ListAttachedUserPolicies', {
    request: { userName: leakedUser },
  });
  for (const [clock, region] of [
    ['02:12:03', 'us-east-1'],
    ['02:12:05', 'us-east-2'],
    ['02:12:06', 'eu-west-1'],
    ['02:12:08', 'ap-southeast-2'],
  ] as const) {
    tape.call(at(clock), siteAt(production, region), caller, 'ec2:DescribeInstances', no());
  }
  const everything = (service: string): string => arn(service, globalRegion, production, '*');
  tape.call(at('02:12:40'), home, caller, 'lambda:ListFunctions20150331', no('*'));
  tape.call(at('02:12:44'), home, caller, 'secretsmanager:ListSecrets', no());
  tape.call(
    at('02:12:47'),
    home,
    caller,
    'rds:DescribeDBInstances',
    no(arn('rds', globalRegion, production, 'db:*')),
  );
  tape.call(at('02:12:50'), home, caller, 'ssm:DescribeParameters', no(everything('ssm')));
  tape.call(at('02:12:53'), home, caller, 'organizations:DescribeOrganization', no('*'));
  tape.rare(at('02:12:58'), home, caller, 'ses:GetSendQuota', true, no());
  tape.call(at('02:13:02'), home, caller, 'sns:ListTopics', no(everything('sns')));
  tape.call(at('02:13:30'), home, caller, 'kms:ListKeys', no('*'));
  tape.rare(at('02:15:12'), home, caller, 'iam:CreateUser', false, no(`${users}${backdoorUser}`));
}

/** The key may take on one old role, and that role may do too much. */
function climb(tape: Tape, at: (clock: string) => number): string {
  const first = withUserKey(leakedUser, leakedKey);
  const session = assumeRole(tape, at('02:19:27'), first, {
    role: role(production, 'legacy-release-admin'),
    name: 'botocore-session-1',
  });
  const caller = asSession(session, stranger);
  tape.call(at('02:19:31'), home, caller, 'sts:GetCallerIdentity');
  tape.call(at('02:19:58'), home, caller, 'iam:ListUsers');
  tape.call(at('02:20:20'), home, caller, 'iam:ListRoles');
  const created = at('02:22:14');
  tape.rare(created, home, caller, 'iam:CreateUser', false, {
    request: { userName: backdoorUser },
    answer: {
      user: {
        path: '/',
        userName: backdoorUser,
        userId: idOf('AIDA', production, backdoorUser),
        arn: userArn(production, backdoorUser),
        createDate: new Date(created).toUTCString().replace(/^\w+, /, ''),
      },
    },
  });
  const key = newId('AKIA', production, tape.from);
  const on = { from: tape.from, site: home, time: at('02:22:36'), requestId: '' };
  tape.rare(on.time, home, caller, 'iam:CreateAccessKey', false, {
    request: { userName: backdoorUser },
    answer: createdKey(on, backdoorUser, key),
  });
  const policy = (name: string): Particulars => ({
    request: { userName: backdoorUser, policyArn: `arn:aws:iam::aws:policy/${name}` },
  });
  tape.rare(at('02:23:05'), home, caller, 'iam:AttachUserPolicy', false, {
    ...policy('AdministratorAccess'),
    refused: { resource: `user ${backdoorUser}`, because: 'service control policy' },
  });
  tape.rare(at('02:23:41'), home, caller, 'iam:AttachUserPolicy', false, policy('PowerUserAccess'));
  steal(tape, at, caller);
  // Its sessions were revoked at 02:51:40; the stranger finds out.
  for (const clock of ['02:53:31', '02:53:44']) {
    const resource = arn(
      'secretsmanager',
      globalRegion,
      production,
      'secret:prod/mail/smtp-Qm3xVb',
    );
    tape.call(at(clock), home, caller, 'secretsmanager:GetSecretValue', {
      refused: { resource, because: 'explicit deny' },
    });
  }
  return key;
}

/** Secrets, a bucket opened to the world, and the trail switched off behind it. */
function steal(tape: Tape, at: (clock: string) => number, caller: Caller): void {
  const secret = (name: string): string =>
    arn('secretsmanager', globalRegion, production, `secret:${name}-Qm3xVb`);
  tape.call(at('02:25:50'), home, caller, 'secretsmanager:ListSecrets');
  for (const [clock, name] of [
    ['02:26:09', 'prod/checkout/payment-provider'],
    ['02:26:11', 'prod/orders/db'],
  ] as const) {
    tape.call(at(clock), home, caller, 'secretsmanager:GetSecretValue', {
      request: { secretId: secret(name) },
    });
  }
  tape.call(at('02:26:14'), home, caller, 'secretsmanager:GetSecretValue', {
    request: { secretId: secret('prod/mail/smtp') },
    failure: { code: 'AccessDenied', message: 'Access to KMS is not allowed' },
  });
  const bucketName = 'larkhill-prod-exports';
  tape.rare(at('02:28:37'), home, caller, 's3:PutBucketPolicy', false, {
    request: {
      bucketPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'backup',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::240816357902:root' },
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`],
          },
        ],
      },
      bucketName,
      Host: `${bucketName}.s3.amazonaws.com`,
      policy: '',
    },
    touches: [{ type: 'AWS::S3::Bucket', arn: `arn:aws:s3:::${bucketName}` }],
  });
  tape.call(at('02:30:02'), home, caller, 'cloudtrail:DescribeTrails');
  const orgTrail = arn('cloudtrail', 'eu-west-1', '905716283340', 'trail/larkhill-org-trail');
  tape.rare(at('02:30:31'), home, caller, 'cloudtrail:StopLogging', false, {
    refused: { resource: orgTrail, because: 'service control policy' },
  });
  tape.rare(at('02:30:48'), home, caller, 'cloudtrail:StopLogging', false, {
    request: { name: legacyTrail },
  });
  tape.rare(at('02:31:15'), home, caller, 'cloudtrail:DeleteTrail', false, {
    refused: {
      resource: arn('cloudtrail', globalRegion, production, `trail/${legacyTrail}`),
      because: 'service control policy',
    },
  });
}

/** One hour, three days before the samples' now: from the first call of the stranger to the last of the responders. */
export function incident(now: number, seed: number): readonly Sample[] {
  const at = moment(now);
  const tape = new Tape(draw(seed, 'incident'));
  tryDoors(tape, at);
  const key = climb(tape, at);
  const instances = mine(tape, at, withUserKey(backdoorUser, key));
  respond(tape, at, { backdoorKey: key, instances });
  return tape.events;
}
