import type { JsonObject, Scope } from '../src/index.ts';

export const scope = { account: '111122223333', region: 'us-east-2' } as Scope;

const user = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLEUSER000001',
  arn: 'arn:aws:iam::111122223333:user/kodekloud',
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLEKEY000001',
  userName: 'kodekloud',
  sessionContext: {
    sessionIssuer: {},
    webIdFederationData: {},
    attributes: { creationDate: '2026-11-21T17:21:45Z', mfaAuthenticated: 'false' },
  },
};
export const session = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLEROLE000001:alice',
  arn: 'arn:aws:sts::111122223333:assumed-role/Admin/alice',
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLEKEY000002',
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROAEXAMPLEROLE000001',
      arn: 'arn:aws:iam::111122223333:role/Admin',
      accountId: '111122223333',
      userName: 'Admin',
    },
    attributes: { creationDate: '2026-11-21T17:21:45Z', mfaAuthenticated: 'true' },
    sourceIdentity: 'alice@example.com',
  },
};

const record = (eventSource: string, eventName: string, more: JsonObject): JsonObject => ({
  eventVersion: '1.11',
  userIdentity: user,
  eventTime: '2026-11-21T17:50:24Z',
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: 'us-east-2',
  sourceIPAddress: '198.51.100.47',
  userAgent: 'aws-cli/2.22.0',
  requestParameters: null,
  responseElements: null,
  requestID: 'b3116925-dea3-43fd-9b10-000000000001',
  eventID: `e2f69382-7637-4deb-83ed-${eventName.padEnd(12, '0').slice(0, 12)}`,
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
  ...more,
});

const instance = {
  instanceId: 'i-0123456789abcdef0',
  imageId: 'ami-036f5574583e16426',
  instanceType: 't3.micro',
  subnetId: 'subnet-d07cb873',
  vpcId: 'vpc-0fd1744d',
  groupSet: { items: [{ groupId: 'sg-00ca240f', groupName: 'Webserver_SG' }] },
  networkInterfaceSet: { items: [{ networkInterfaceId: 'eni-0892be34', vpcId: 'vpc-0fd1744d' }] },
};

/** Records as AWS writes them, one of each kind that reads differently. */
export const records = {
  runInstances: record('ec2', 'RunInstances', {
    sourceIPAddress: '70.175.135.47',
    requestParameters: {
      instancesSet: { items: [{ imageId: 'ami-036f5574583e16426', minCount: 1, maxCount: 1 }] },
    },
    responseElements: { instancesSet: { items: [instance] } },
    sessionCredentialFromConsole: 'true',
  }),
  runDenied: record('ec2', 'RunInstances', {
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: 'You are not authorized to perform this operation.',
    userIdentity: session,
  }),
  createUser: record('iam', 'CreateUser', {
    userIdentity: session,
    requestParameters: { userName: 'bob' },
    responseElements: {
      user: {
        userName: 'bob',
        userId: 'AIDAEXAMPLEUSER000002',
        arn: 'arn:aws:iam::111122223333:user/bob',
        path: '/',
      },
    },
  }),
  assumeRole: record('sts', 'AssumeRole', {
    readOnly: true,
    requestParameters: {
      roleArn: 'arn:aws:iam::444455556666:role/Deploy',
      roleSessionName: 'ci',
      durationSeconds: 3600,
    },
    responseElements: {
      credentials: { accessKeyId: 'ASIAEXAMPLEKEY000003', sessionToken: 'x' },
      assumedRoleUser: {
        assumedRoleId: 'AROAEXAMPLEROLE000002:ci',
        arn: 'arn:aws:sts::444455556666:assumed-role/Deploy/ci',
      },
    },
    resources: [
      {
        ARN: 'arn:aws:iam::444455556666:role/Deploy',
        accountId: '444455556666',
        type: 'AWS::IAM::Role',
      },
    ],
  }),
  signInFailed: record('signin', 'ConsoleLogin', {
    userIdentity: {
      type: 'IAMUser',
      accountId: '111122223333',
      accessKeyId: '',
      userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    },
    eventType: 'AwsConsoleSignIn',
    awsRegion: 'us-east-1',
    errorMessage: 'No username found in supplied account',
    responseElements: { ConsoleLogin: 'Failure' },
    additionalEventData: { MFAUsed: 'No', MobileVersion: 'No', LoginTo: 'https://example.com' },
  }),
  rootSignIn: record('signin', 'ConsoleLogin', {
    userIdentity: {
      type: 'Root',
      principalId: '111122223333',
      arn: 'arn:aws:iam::111122223333:root',
      accountId: '111122223333',
      accessKeyId: '',
    },
    eventType: 'AwsConsoleSignIn',
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { MFAUsed: 'Yes' },
  }),
  byService: record('kms', 'Decrypt', {
    readOnly: true,
    userIdentity: { type: 'AWSService', invokedBy: 'secretsmanager.amazonaws.com' },
    sourceIPAddress: 'secretsmanager.amazonaws.com',
    userAgent: 'secretsmanager.amazonaws.com',
    resources: [
      {
        ARN: 'arn:aws:kms:us-east-2:111122223333:key/1234',
        accountId: '111122223333',
        type: 'AWS::KMS::Key',
      },
    ],
  }),
  serviceEvent: record('kms', 'RotateKey', {
    eventType: 'AwsServiceEvent',
    userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' },
    sourceIPAddress: 'AWS Internal',
    serviceEventDetails: { keyId: '1234', bytes: 4096 },
  }),
  describeStatus: record('ec2', 'DescribeInstanceStatus', {
    readOnly: true,
    requestParameters: { instancesSet: { items: [{ instanceId: 'i-0123456789abcdef0' }] } },
  }),
  insight: {
    eventVersion: '1.09',
    eventTime: '2026-11-21T17:50:24Z',
    awsRegion: 'us-east-2',
    eventID: 'e2f69382-7637-4deb-83ed-00000insight',
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: '111122223333',
    insightDetails: {
      state: 'Start',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      insightType: 'ApiCallRateInsight',
    },
    eventCategory: 'Insight',
  },
} satisfies Record<string, JsonObject>;
