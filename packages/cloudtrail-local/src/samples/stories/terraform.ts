import { can } from '../apis/api.ts';
import { type ApiName, apiNamed } from '../apis/catalogue.ts';
import { asService, asSession } from '../caller.ts';
import { production, security, staging } from '../cast/accounts.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { siteAt, sites } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import type { Draw } from '../random.ts';
import { inOfficeHours, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

const refreshed: readonly ApiName[] = [
  'ec2:DescribeAccountAttributes',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNatGateways',
  'ec2:DescribeVpcEndpoints',
  'iam:GetRole',
  'iam:ListRolePolicies',
  'iam:ListAttachedRolePolicies',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetInstanceProfile',
  's3:GetBucketLocation',
  's3:GetBucketVersioning',
  's3:GetBucketEncryption',
  's3:GetBucketLifecycle',
  's3:GetBucketTagging',
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'rds:DescribeDBInstances',
  'rds:ListTagsForResource',
  'dynamodb:DescribeTable',
  'dynamodb:DescribeContinuousBackups',
  'dynamodb:DescribeTimeToLive',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeListeners',
  'logs:DescribeLogGroups',
  'route53:ListResourceRecordSets',
  'cloudfront:GetDistribution',
];
const applied: readonly ApiName[] = [
  'ec2:AuthorizeSecurityGroupIngress',
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'monitoring:PutMetricAlarm',
  'logs:PutRetentionPolicy',
  's3:PutBucketTagging',
  'route53:ChangeResourceRecordSets',
];

/**
 * A run in the security account's CodeBuild: CodeBuild takes on the runner role, the runner the deploy role of
 * the account it builds. Each step is called with the key that the step before was handed.
 */
function run(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const home = siteAt(security, 'eu-west-1');
  const build = from.uuid();
  const runner = assumeRole(tape, start, asService('codebuild.amazonaws.com', security), {
    role: role(security, 'terraform-runner', '/service-role/'),
    name: `AWSCodeBuild-${build}`,
    region: home.region,
  });
  const means = { ip: `203.0.113.${from.int(224, 238)}`, agent: agents.terraform };
  const first = asSession(runner, means);
  tape.call(next(8, 20), home, first, 'sts:GetCallerIdentity');
  const account = from.pick([production, staging]);
  const author = from.pick(['maya.lindqvist', 'tomas.ferreira', 'sam.whitlock']);
  const session = assumeRole(tape, next(1, 3), first, {
    role: role(account, 'terraform-deploy'),
    name: `tf-${build.slice(0, 8)}`,
    region: home.region,
    sourceIdentity: author,
  });
  const caller = asSession(session, means);
  const site = from.pick(sites.filter((candidate) => candidate.account === account));
  tape.call(next(1, 2), site, caller, 'sts:GetCallerIdentity');
  const offset = from.int(0, refreshed.length - 1);
  for (let i = 0; i < 10; i++) {
    const name = refreshed[(offset + i) % refreshed.length];
    if (name && can(apiNamed(name), site)) tape.call(next(0, 2), site, caller, name);
  }
  if (from.chance(0.55)) {
    next(30, 400);
    for (let i = 0; i < 3; i++) {
      const name = from.pick(applied);
      if (!can(apiNamed(name), site)) continue;
      const forbidden = name === 'iam:AttachRolePolicy' && from.chance(0.4);
      tape.call(next(1, 8), site, caller, name, {
        ...(forbidden && { refused: { resource: 'role github-deploy', because: 'explicit deny' } }),
      });
    }
  }
  return tape.events;
}

export const terraformStories: readonly Story[] = [
  { name: 'terraform', rhythm: inOfficeHours(2.1, 1), haste: 4, tell: run },
];
