import { can } from '../apis/api.ts';
import { type ApiName, apiNamed, split } from '../apis/catalogue.ts';
import { asService, asSession, type Caller } from '../caller.ts';
import { accounts, production, regions, security, staging } from '../cast/accounts.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { type Site, siteAt, sites } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import { awsAccount } from '../identity.ts';
import { idOf, uuidOf } from '../ids.ts';
import type { Draw } from '../random.ts';
import { lively, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

/** The monitoring vendor's own AWS account. */
const vendor = '517046382910';

const polled: readonly ApiName[] = [
  'ec2:DescribeInstances',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeVolumes',
  'rds:DescribeDBInstances',
  'rds:DescribeDBClusters',
  'lambda:ListFunctions20150331',
  'lambda:ListTags20170331',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeTargetHealth',
  'autoscaling:DescribeAutoScalingGroups',
  'monitoring:DescribeAlarms',
  'sqs:ListQueues',
  'ecs:ListServices',
  'ecs:DescribeServices',
  'dynamodb:ListTables',
  'tagging:GetResources',
  'health:DescribeEventAggregates',
];

const newer: ReadonlySet<ApiName> = new Set([
  'ec2:DescribeVolumes',
  'health:DescribeEventAggregates',
]);

/** A vendor's crawler comes by with an external id, looks around and goes. */
function poll(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const account = from.pick([production, production, staging]);
  const watched = from.pick(sites.filter((site) => site.account === account));
  const ip = `198.51.100.${from.int(40, 44)}`;
  const principal = `${idOf('AROA', vendor, 'crawler')}:${from.hex(12)}`;
  const outside: Caller = {
    identity: awsAccount(principal, vendor),
    account: vendor,
    arn: `arn:aws:sts::${vendor}:assumed-role/crawler`,
    ip,
    agent: agents.vendorPoller,
    direct: true,
  };
  const session = assumeRole(tape, start, outside, {
    role: role(account, 'PulseboardIntegration'),
    name: 'PulseboardCrawler',
    region: watched.region,
    externalId: uuidOf(`pulseboard/${account}`),
  });
  const caller = asSession(session, { ip, agent: agents.vendorPoller });
  for (let i = 0; i < 4; i++) {
    const name = from.pick(polled);
    if (!can(apiNamed(name), watched)) continue;
    // The integration's policy was written before the vendor asked for these.
    const forbidden = newer.has(name);
    tape.call(next(0, 6), watched, caller, name, { ...(forbidden && { refused: {} }) });
  }
  return tape.events;
}

const audited: readonly ApiName[] = [
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeRouteTables',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeFlowLogs',
  'ec2:DescribeSnapshots',
  'ec2:DescribeImages',
  'ec2:DescribeAddresses',
  'ec2:DescribeInstanceAttribute',
  'ec2:GetEbsEncryptionByDefault',
  'iam:GetAccountSummary',
  'iam:GetAccountPasswordPolicy',
  'iam:ListUsers',
  'iam:ListRoles',
  'iam:GetLoginProfile',
  'iam:ListMFADevices',
  'iam:ListAttachedUserPolicies',
  'iam:GetPolicyVersion',
  'iam:GetAccountAuthorizationDetails',
  's3:ListBuckets',
  's3:GetBucketAcl',
  's3:GetBucketPolicy',
  's3:GetBucketPolicyStatus',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketEncryption',
  's3:GetBucketLogging',
  's3:GetBucketVersioning',
  's3:GetBucketLifecycle',
  's3:GetBucketReplication',
  'kms:ListKeys',
  'kms:DescribeKey',
  'kms:GetKeyRotationStatus',
  'kms:GetKeyPolicy',
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:GetEventSelectors',
  'config:DescribeConfigurationRecorders',
  'config:DescribeConfigurationRecorderStatus',
  'guardduty:ListDetectors',
  'guardduty:GetDetector',
  'lambda:GetPolicy20150331v2',
  'lambda:GetFunctionConfiguration20150331v2',
  'rds:DescribeDBInstances',
  'rds:DescribeDBSnapshots',
  'secretsmanager:ListSecrets',
  'secretsmanager:DescribeSecret',
  'sns:ListTopics',
  'sns:GetTopicAttributes',
  'ecr:DescribeRepositories',
  'ecr:GetRepositoryPolicy',
  'acm:ListCertificates',
  'cloudfront:ListDistributions',
  'eks:ListClusters',
];

/** The organization lets nothing run in the security account outside its two Regions. */
const closed = (site: Site): boolean =>
  site.account === security && site.region !== 'eu-west-1' && site.region !== 'us-east-1';
const shut: ReadonlySet<string> = new Set([
  'ec2',
  'rds',
  'lambda',
  'ecr',
  'sns',
  'kms',
  'secretsmanager',
]);

/** The security account's own posture scanner: a task there, then a role in the account it looks at. */
function audit(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const home = siteAt(security, 'eu-west-1');
  const scanner = assumeRole(tape, start, asService('ecs-tasks.amazonaws.com', security), {
    role: role(security, 'posture-scanner-task'),
    name: from.hex(32),
    region: home.region,
    seconds: 21_600,
  });
  const means = { ip: '203.0.113.203', agent: agents.auditTool };
  const target = from.pick(accounts).id;
  const session = assumeRole(tape, next(2, 5), asSession(scanner, means), {
    role: role(target, 'posture-audit'),
    name: `scan-${Math.floor(start / 1000)}`,
    region: home.region,
  });
  const caller = asSession(session, means);
  const scanned = siteAt(target, from.pick(regions));
  for (let i = 0; i < 9; i++) {
    const name = from.pick(audited);
    if (!can(apiNamed(name), scanned)) continue;
    const forbidden = closed(scanned) && shut.has(split(name)[0]);
    tape.call(next(0, 3), scanned, caller, name, {
      ...(forbidden && { refused: { because: 'service control policy' } }),
    });
  }
  return tape.events;
}

export const watcherStories: readonly Story[] = [
  { name: 'vendor poll', rhythm: steadily(3), haste: lively, tell: poll },
  { name: 'posture scan', rhythm: steadily(2.8), haste: lively, tell: audit },
];
