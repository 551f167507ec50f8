import type { JsonObject } from '@trailglass/record';
import { arn } from '../ids.ts';
import { type Api, longDate, named, type Occasion, read, write } from './api.ts';

const roleNames = [
  'order-events-execution',
  'storefront-task',
  'checkout-task',
  'github-deploy',
  'terraform-deploy',
  'bastion-instance',
];
const aRole = (on: Occasion): JsonObject => ({ roleName: on.from.pick(roleNames) });
const userNames = ['backup-operator', 'svc-release-bot', 'kodekloud'];
const aUser = (on: Occasion): JsonObject => ({ userName: on.from.pick(userNames) });

const keyTouched = (on: Occasion) => [
  {
    type: 'AWS::KMS::Key',
    arn: arn('kms', on.site.region, on.site.account, `key/${on.site.keyId}`),
  },
];
const aSecret = (on: Occasion): JsonObject => ({
  secretId: arn(
    'secretsmanager',
    on.site.region,
    on.site.account,
    `secret:${on.from.pick(on.site.secrets)}-Qm3xVb`,
  ),
});

export const iam = {
  ListRoles: read(() => ({ maxItems: 1000 })),
  ListUsers: read(() => ({ maxItems: 1000 })),
  ListPolicies: read(() => ({ scope: 'Local', onlyAttached: false, maxItems: 1000 })),
  ListAccountAliases: read(),
  ListInstanceProfiles: read(() => ({ maxItems: 1000 })),
  ListOpenIDConnectProviders: read(),
  ListMFADevices: read(aUser),
  ListAccessKeys: read(aUser),
  ListAttachedRolePolicies: read(aRole),
  ListAttachedUserPolicies: read(aUser),
  ListRolePolicies: read(aRole),
  ListRoleTags: read(aRole),
  GetAccountSummary: read(),
  GetAccountPasswordPolicy: read(undefined, {
    mishap: [
      0.15,
      (on) => ({
        code: 'NoSuchEntityException',
        message: `The Password Policy with domain name ${on.site.account} cannot be found.`,
      }),
    ],
  }),
  GetAccountAuthorizationDetails: read(() => ({ maxItems: 100 })),
  GenerateCredentialReport: read(undefined, {
    answer: () => ({
      state: 'STARTED',
      description: 'No report exists. Starting a new report generation task',
    }),
  }),
  GetCredentialReport: read(),
  GetRole: read(aRole, {
    mishap: [
      0.1,
      () => ({
        code: 'NoSuchEntityException',
        message: 'The role with name jenkins-agent cannot be found.',
        asked: { roleName: 'jenkins-agent' },
      }),
    ],
  }),
  GetRolePolicy: read((on) => ({ ...aRole(on), policyName: 'inline' })),
  GetUser: read(aUser),
  GetLoginProfile: read(aUser, {
    mishap: [
      0.6,
      (_on, request) => ({
        code: 'NoSuchEntityException',
        message: `Login Profile for User ${named(request, 'userName')} cannot be found.`,
      }),
    ],
  }),
  GetPolicy: read((on) => ({
    policyArn: arn('iam', '', on.site.account, 'policy/deploy-boundary'),
  })),
  GetPolicyVersion: read((on) => ({
    policyArn: arn('iam', '', on.site.account, 'policy/deploy-boundary'),
    versionId: `v${on.from.int(1, 7)}`,
  })),
  GetInstanceProfile: read(() => ({ instanceProfileName: 'bastion-instance' })),
  GetAccessKeyLastUsed: read(),
  TagRole: write((on) => ({ ...aRole(on), tags: [{ key: 'owner', value: 'platform' }] })),
  PutRolePolicy: write((on) => ({
    ...aRole(on),
    policyName: 'inline',
    policyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes'],
          Resource: arn('sqs', on.site.region, on.site.account, 'order-events'),
        },
      ],
    }),
  })),
  AttachRolePolicy: write((on) => ({
    ...aRole(on),
    policyArn: arn('iam', '', on.site.account, 'policy/deploy-boundary'),
  })),
} as const satisfies Record<string, Api>;

export const sts = {
  GetCallerIdentity: read(),
} as const satisfies Record<string, Api>;

export const kms = {
  ListAliases: read(() => ({ limit: 100 })),
  ListKeys: read(() => ({ limit: 100 })),
  DescribeKey: read((on) => ({ keyId: on.site.keyId }), { touches: keyTouched }),
  GetKeyRotationStatus: read((on) => ({ keyId: on.site.keyId }), { touches: keyTouched }),
  GetKeyPolicy: read((on) => ({ keyId: on.site.keyId, policyName: 'default' }), {
    touches: keyTouched,
  }),
  Decrypt: read(
    (on) => ({
      encryptionContext: {
        SecretARN: named(aSecret(on), 'secretId'),
        SecretVersionId: on.from.uuid(),
      },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    }),
    { needs: 'secrets', touches: keyTouched },
  ),
} as const satisfies Record<string, Api>;

export const secretsmanager = {
  ListSecrets: read(() => ({ maxResults: 100 })),
  DescribeSecret: read(aSecret, { needs: 'secrets' }),
  GetSecretValue: read(aSecret, { needs: 'secrets' }),
  PutSecretValue: write(
    (on) => ({ ...aSecret(on), clientRequestToken: on.from.uuid(), versionStages: ['AWSCURRENT'] }),
    (_on, request) => ({ arn: request['secretId'], versionId: request['clientRequestToken'] }),
    { needs: 'secrets' },
  ),
} as const satisfies Record<string, Api>;

export const organizations = {
  DescribeOrganization: read(),
  ListAccounts: read(undefined, {
    mishap: [
      0.25,
      () => ({
        code: 'AccessDeniedException',
        message: "You don't have permissions to access this resource.",
      }),
    ],
  }),
} as const satisfies Record<string, Api>;

export const ce = {
  GetCostAndUsage: read((on) => ({
    timePeriod: {
      start: new Date(on.time - 30 * 86_400_000).toISOString().slice(0, 10),
      end: new Date(on.time).toISOString().slice(0, 10),
    },
    granularity: 'DAILY',
    metrics: ['UnblendedCost'],
    groupBy: [{ type: 'DIMENSION', key: 'SERVICE' }],
  })),
  GetCostForecast: read((on) => ({
    timePeriod: {
      start: new Date(on.time).toISOString().slice(0, 10),
      end: new Date(on.time + 30 * 86_400_000).toISOString().slice(0, 10),
    },
    metric: 'UNBLENDED_COST',
    granularity: 'MONTHLY',
  })),
} as const satisfies Record<string, Api>;

export const createdKey = (on: Occasion, userName: string, accessKeyId: string): JsonObject => ({
  accessKey: {
    userName,
    accessKeyId,
    status: 'Active',
    createDate: longDate(on.time),
  },
});
