import type { ApiName } from '../apis/catalogue.ts';
import type { Habit } from '../cast/people.ts';

/** What somebody looks at and changes in one go: a console page, or a few commands in a row. */
export type Round = readonly ApiName[];

const instances: Round = [
  'ec2:DescribeInstances',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeTags',
  'monitoring:DescribeAlarms',
];
const network: Round = [
  'ec2:DescribeVpcs',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSecurityGroupRules',
  'ec2:DescribeNetworkInterfaces',
];
const functions: Round = [
  'lambda:ListFunctions20150331',
  'lambda:GetFunction20150331v2',
  'lambda:GetPolicy20150331v2',
  'logs:DescribeLogStreams',
];
const containers: Round = ['ecs:DescribeClusters', 'ecs:ListServices', 'ecs:DescribeServices'];
const databases: Round = [
  'rds:DescribeDBInstances',
  'rds:DescribeDBLogFiles',
  'rds:DescribeDBClusters',
];
const buckets: Round = ['s3:ListBuckets', 's3:GetBucketLocation', 's3:GetBucketVersioning'];
const roles: Round = ['iam:ListRoles', 'iam:GetRole', 'iam:ListAttachedRolePolicies'];
const history: Round = ['cloudtrail:LookupEvents', 'cloudtrail:DescribeTrails'];
const findings: Round = [
  'guardduty:ListDetectors',
  'guardduty:ListFindings',
  'guardduty:GetFindings',
];
const stacks: Round = [
  'cloudformation:ListStacks',
  'cloudformation:DescribeStacks',
  'cloudformation:DescribeStackEvents',
];

/** A round named twice comes up twice as often. */
export const rounds: Readonly<Record<Habit, readonly Round[]>> = {
  operate: [
    instances,
    network,
    containers,
    databases,
    roles,
    history,
    ['ec2:DescribeSecurityGroups', 'ec2:AuthorizeSecurityGroupIngress'],
    ['ec2:DescribeSecurityGroupRules', 'ec2:RevokeSecurityGroupIngress'],
    ['ecs:DescribeServices', 'ecs:UpdateService', 'ecs:DescribeServices'],
    ['ec2:DescribeInstances', 'ec2:RebootInstances'],
    ['ec2:DescribeInstances', 'ec2:CreateTags'],
    ['monitoring:DescribeAlarms', 'monitoring:PutMetricAlarm'],
    ['ssm:DescribeInstanceInformation', 'ssm:StartSession'],
    ['ssm:DescribeInstanceInformation', 'ssm:SendCommand'],
    ['iam:GetRole', 'iam:ListRolePolicies', 'iam:PutRolePolicy'],
    ['s3:GetBucketTagging', 's3:PutBucketTagging'],
    ['logs:DescribeLogGroups', 'logs:PutRetentionPolicy'],
  ],
  develop: [
    functions,
    functions,
    containers,
    stacks,
    buckets,
    ['sqs:ListQueues', 'sqs:GetQueueAttributes'],
    ['dynamodb:ListTables', 'dynamodb:DescribeTable'],
    ['logs:DescribeLogGroups', 'logs:StartQuery', 'logs:StartQuery'],
    ['lambda:GetFunction20150331v2', 'lambda:UpdateFunctionConfiguration20150331v2'],
    ['ssm:DescribeParameters', 'ssm:GetParameter', 'ssm:PutParameter'],
    ['ecs:ListTasks', 'ecs:DescribeTasks', 'ecs:UpdateService'],
    [
      'secretsmanager:ListSecrets',
      'secretsmanager:DescribeSecret',
      'secretsmanager:PutSecretValue',
    ],
    ['events:ListRules', 'events:DisableRule'],
  ],
  audit: [
    findings,
    findings,
    history,
    history,
    roles,
    ['iam:ListUsers', 'iam:ListMFADevices', 'iam:GetLoginProfile', 'iam:ListAccessKeys'],
    ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
    ['access-analyzer:ListAnalyzers', 'access-analyzer:ListFindingsV2'],
    ['securityhub:GetFindings', 'securityhub:BatchUpdateFindings'],
    ['guardduty:GetFindings', 'guardduty:ArchiveFindings'],
    ['config:DescribeConfigRules', 'config:DescribeComplianceByConfigRule'],
    ['s3:GetBucketPolicy', 's3:GetBucketPublicAccessBlock', 's3:GetBucketPolicyStatus'],
    ['inspector2:ListFindings', 'inspector2:ListCoverage'],
  ],
  analyse: [
    ['athena:ListWorkGroups', 'glue:GetDatabases', 'glue:GetTables'],
    ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
    ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryExecution'],
    buckets,
  ],
  account: [
    ['ce:GetCostAndUsage', 'ce:GetCostForecast'],
    ['ce:GetCostAndUsage', 'health:DescribeEventAggregates'],
    ['organizations:DescribeOrganization', 'organizations:ListAccounts'],
  ],
  support: [
    ['ecs:DescribeServices', 'ecs:ListTasks', 'monitoring:DescribeAlarms'],
    ['logs:DescribeLogGroups', 'logs:StartQuery'],
    ['monitoring:ListDashboards', 'monitoring:GetDashboard'],
    ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetHealth'],
    databases,
  ],
};
