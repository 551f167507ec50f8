import { can } from '../apis/api.ts';
import { type ApiName, apiNamed } from '../apis/catalogue.ts';
import { onBehalf } from '../caller.ts';
import { accounts, regions } from '../cast/accounts.ts';
import { serviceLinkedRole } from '../cast/roles.ts';
import { type Site, siteAt, sites } from '../cast/sites.ts';
import type { Draw } from '../random.ts';
import { lively, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

interface Helper {
  readonly service: string;
  readonly role: string;
  readonly session: (from: Draw) => string;
  readonly perDay: number;
  readonly calls: readonly ApiName[];
  /** Works wherever there is an account; otherwise only where something runs. */
  readonly everywhere?: true;
}

const helpers: readonly Helper[] = [
  {
    service: 'config.amazonaws.com',
    role: 'Config',
    session: (from) =>
      from.pick(['AWSConfig-Describe', 'AWSConfig-Detail', 'AWSConfig-BucketConfigCheck']),
    perDay: 4.1,
    everywhere: true,
    calls: [
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeVpcEndpoints',
      'ec2:DescribeNatGateways',
      'ec2:DescribeLaunchTemplates',
      'iam:ListPolicies',
      'iam:GetRolePolicy',
      'iam:ListInstanceProfiles',
      's3:GetBucketTagging',
      's3:GetBucketLifecycle',
      'kms:ListAliases',
      'rds:ListTagsForResource',
      'dynamodb:DescribeContinuousBackups',
      'backup:ListBackupVaults',
    ],
  },
  {
    service: 'guardduty.amazonaws.com',
    role: 'AmazonGuardDuty',
    session: () => 'GuardDuty',
    perDay: 1.4,
    everywhere: true,
    calls: [
      'ec2:DescribeInstances',
      'ec2:DescribeImages',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcEndpoints',
    ],
  },
  {
    service: 'inspector2.amazonaws.com',
    role: 'AmazonInspector2',
    session: (from) => `inspector-${from.pick(['ec2', 'ecr', 'lambda'])}-coverage`,
    perDay: 1.4,
    calls: [
      'ec2:DescribeInstances',
      'ec2:DescribeTags',
      'lambda:ListFunctions20150331',
      'ecr:DescribeImages',
    ],
  },
  {
    service: 'ecs.amazonaws.com',
    role: 'ECS',
    session: () => 'ecs-service-scheduler',
    perDay: 1.6,
    calls: [
      'elasticloadbalancing:DescribeTargetHealth',
      'elasticloadbalancing:DescribeTargetGroups',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DeleteNetworkInterface',
    ],
  },
  {
    service: 'autoscaling.amazonaws.com',
    role: 'AutoScaling',
    session: () => 'AutoScaling',
    perDay: 1.4,
    calls: [
      'ec2:DescribeInstances',
      'ec2:DescribeInstanceStatus',
      'ec2:DescribeLaunchTemplates',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
  },
  {
    service: 'rds.amazonaws.com',
    role: 'RDS',
    session: () => 'RDS',
    perDay: 0.5,
    calls: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeAvailabilityZones'],
  },
  {
    service: 'trustedadvisor.amazonaws.com',
    role: 'TrustedAdvisor',
    session: (from) => `TrustedAdvisor_${from.uuid()}`,
    perDay: 0.7,
    everywhere: true,
    calls: [
      'ec2:DescribeAddresses',
      'ec2:DescribeVolumes',
      'iam:GetAccountPasswordPolicy',
      'iam:GenerateCredentialReport',
      's3:GetBucketAcl',
      'rds:DescribeDBInstances',
    ],
  },
];

function somewhere(helper: Helper, from: Draw): Site {
  if (!helper.everywhere || from.chance(0.6)) return from.pick(sites);
  return siteAt(from.pick(accounts).id, from.pick(regions));
}

/** A service at work under its service-linked role: no access key, and its own name for an address. */
function tell(helper: Helper, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const site = somewhere(helper, from);
  const caller = onBehalf(
    {
      role: serviceLinkedRole(site.account, helper.service, helper.role),
      name: helper.session(from),
      created: start,
    },
    helper.service,
  );
  const count = from.int(2, 4);
  for (let i = 0; i < count; i++) {
    const name = from.pick(helper.calls);
    if (can(apiNamed(name), site)) tape.call(next(0, 2), site, caller, name);
  }
  return tape.events;
}

export const serviceStories: readonly Story[] = helpers.map((helper) => ({
  name: `service/${helper.role}`,
  rhythm: steadily(helper.perDay),
  haste: lively,
  tell: (start, from) => tell(helper, start, from),
}));
