import { readRecord, type Scope } from '@trailglass/record';
import { expect, test } from 'vitest';
import { record } from '../../test/records.ts';
import { renamed } from './called-otherwise.ts';
import { IamData } from './iam-data.ts';
import { LeastPrivilegeOf } from './least-privilege.ts';

const scope = { account: '111122223333', region: 'eu-west-1' } as Scope;
const data = new IamData();
let made = 0;

type More = Readonly<Record<string, unknown>>;
const call = (service: string, eventName: string, requestParameters: unknown, more: More = {}) =>
  record((made += 1), 60, {
    eventSource: `${service}.amazonaws.com`,
    eventName,
    requestParameters,
    ...more,
  });

async function policyOf(...records: readonly object[]) {
  const policy = new LeastPrivilegeOf(data);
  for (const one of records) await policy.add(readRecord(JSON.stringify(one), scope).event!);
  return policy.result();
}
async function allowed(...records: readonly object[]): Promise<readonly string[]> {
  const { policy } = await policyOf(...records);
  return policy.Statement.map(({ Action, Resource }) => `${Action.join()} on ${Resource.join()}`);
}

const bucket = { resources: [{ type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::logs' }] };
const object = {
  resources: [{ type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::logs/a/b' }, ...bucket.resources],
};

test.each<[says: string, event: object, expected: readonly string[]]>([
  [
    'a name in the request stands where the ARN format has it',
    call('ec2', 'TerminateInstances', { instancesSet: { items: [{ instanceId: 'i-0abc' }] } }),
    ['ec2:TerminateInstances on arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc'],
  ],
  [
    'an ARN in the request is taken as it is',
    call('iam', 'GetPolicy', { policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }),
    ['iam:GetPolicy on arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ],
  [
    'an ARN that the record lists, of the kind that the action is about',
    call('s3', 'GetObject', { bucketName: 'logs', key: 'a/b' }, object),
    ['s3:GetObject on arn:aws:s3:::logs/a/b'],
  ],
  [
    'the partition of the caller',
    call(
      'iam',
      'DeleteUser',
      { userName: 'bob' },
      {
        userIdentity: { type: 'IAMUser', userName: 'a', arn: 'arn:aws-us-gov:iam::1:user/a' },
      },
    ),
    ['iam:DeleteUser on arn:aws-us-gov:iam::111122223333:user/bob'],
  ],
  [
    'an action that knows no resources',
    call('ec2', 'DescribeInstances', {}),
    ['ec2:DescribeInstances on *'],
  ],
  [
    'an operation that another action permits',
    call('s3', 'DeleteBucketEncryption', { bucketName: 'logs' }, bucket),
    ['s3:PutEncryptionConfiguration on arn:aws:s3:::logs'],
  ],
  [
    'a service that its events call otherwise',
    call('monitoring', 'DeleteAlarms', { alarmNames: ['x'] }),
    ['cloudwatch:DeleteAlarms on arn:aws:cloudwatch:eu-west-1:111122223333:alarm:x'],
  ],
  [
    'an event name with a version',
    call('lambda', 'DeleteFunction20150331', { functionName: 'f' }),
    ['lambda:DeleteFunction on arn:aws:lambda:eu-west-1:111122223333:function:f'],
  ],
  [
    'a call that failed for another reason than permission was permitted',
    call('iam', 'DeleteUser', { userName: 'bob' }, { errorCode: 'NoSuchEntityException' }),
    ['iam:DeleteUser on arn:aws:iam::111122223333:user/bob'],
  ],
  [
    'a star that somebody chose as a name allows nothing else',
    call('iam', 'DeleteUser', { userName: '*' }),
    ['iam:DeleteUser on arn:aws:iam::111122223333:user/${*}'],
  ],
  [
    'the name of a thing that is being made is not its id',
    call('ec2', 'CreateSecurityGroup', { groupName: 'web', vpcId: 'vpc-0a1' }),
    [
      'ec2:CreateSecurityGroup on arn:aws:ec2:eu-west-1:111122223333:security-group/*,arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1',
    ],
  ],
  ['names that are no names', call('__proto__', 'constructor', {}), []],
  ['a path as a service', call('../data/services', 'x', {}), []],
])('%s', async (_, event, expected) => {
  expect(await allowed(event)).toEqual(expected);
});

test('what a call made is a pattern: the next call makes another', async () => {
  const requestParameters = {
    instancesSet: { items: [{ imageId: 'ami-1' }] },
    subnetId: 'subnet-1',
  };
  const responseElements = { instancesSet: { items: [{ instanceId: 'i-9' }] } };
  const run = call('ec2', 'RunInstances', requestParameters, { responseElements });
  const { policy, patterns } = await policyOf(run);
  const { Resource } = policy.Statement[0]!;
  expect(Resource).toContain('arn:aws:ec2:eu-west-1::image/ami-1');
  expect(Resource).toContain('arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1');
  expect(Resource).toContain('arn:aws:ec2:eu-west-1:111122223333:instance/*');
  expect(Resource.join()).not.toContain('i-9');
  expect(patterns).toContainEqual({
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
  });
});

test('a role that was handed to a service is said: to pass it leaves no event', async () => {
  const role = 'arn:aws:iam::111122223333:role/Worker';
  const { passed } = await policyOf(
    call('lambda', 'CreateFunction20150331', { functionName: 'f', role }),
    call('iam', 'GetRole', { roleName: 'Worker' }),
  );
  expect(passed).toEqual([{ action: 'lambda:CreateFunction', role }]);
});

test('actions on the same resources share a statement; the size is IAM’s', async () => {
  const user = { userName: 'bob' };
  const { policy, size, used } = await policyOf(
    call('iam', 'GetUser', user),
    call('iam', 'DeleteUser', user),
    call('iam', 'DeleteUser', user),
  );
  expect(used).toBe(3);
  expect(policy).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['iam:DeleteUser', 'iam:GetUser'],
        Resource: ['arn:aws:iam::111122223333:user/bob'],
      },
    ],
  });
  expect(size).toBe(JSON.stringify(policy).length);
});

test('what is left out is said, and why', async () => {
  const role = 'arn:aws:iam::1:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
  const { policy, events, used, leftOut, callers, onBehalf } = await policyOf(
    call('iam', 'DeleteUser', { userName: 'bob' }, { errorCode: 'AccessDenied' }),
    call(
      'kms',
      'Decrypt',
      {},
      { userIdentity: { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' } },
    ),
    call(
      'ec2',
      'CreateTags',
      {},
      {
        userIdentity: {
          type: 'AssumedRole',
          sessionContext: { sessionIssuer: { type: 'Role', arn: role } },
        },
      },
    ),
    call('signin', 'ConsoleLogin', null, { eventType: 'AwsConsoleSignIn' }),
    call('iam', 'NoSuchThing', {}),
    call('iam', 'NoSuchThing', {}),
    call(
      's3',
      'ListBuckets',
      {},
      {
        userIdentity: {
          type: 'IAMUser',
          userName: 'alice',
          invokedBy: 'cloudformation.amazonaws.com',
        },
      },
    ),
  );
  expect(policy.Statement).toEqual([
    { Effect: 'Allow', Action: ['s3:ListAllMyBuckets'], Resource: ['*'] },
  ]);
  expect({ events, used }).toEqual({ events: 7, used: 1 });
  expect(leftOut).toEqual({
    denied: [{ action: 'iam:DeleteUser', count: 1 }],
    byServices: 2,
    noCalls: 1,
    unmapped: [{ eventSource: 'iam.amazonaws.com', eventName: 'NoSuchThing', count: 2 }],
    missing: [],
  });
  expect(callers).toEqual({ total: 1, most: [{ name: 'alice', count: 1 }] });
  expect(onBehalf).toEqual([{ service: 'cloudformation.amazonaws.com', count: 1 }]);
});

test('more names of one action than a policy holds become any', async () => {
  const deletes = Array.from({ length: 101 }, (_, n) =>
    call('iam', 'DeleteUser', { userName: `user-${n}` }),
  );
  const { patterns, policy } = await policyOf(...deletes);
  expect(policy.Statement).toMatchObject([{ Resource: ['*'] }]);
  expect(patterns).toEqual([{ action: 'iam:DeleteUser', resource: '*' }]);
});

test('every action in the table of other names is one', async () => {
  for (const [service, name] of renamed)
    expect(await data.action(service, name), `${service}:${name}`).toBeDefined();
});
