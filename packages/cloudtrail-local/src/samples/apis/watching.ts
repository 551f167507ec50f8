import { arn } from '../ids.ts';
import { type Api, read, write } from './api.ts';

/** Services that are mostly asked how things are. */
export const elasticloadbalancing = {
  DescribeLoadBalancers: read(() => ({ pageSize: 400 })),
  DescribeTargetGroups: read(() => ({ pageSize: 400 })),
  DescribeListeners: read((on) => ({
    loadBalancerArn: arn(
      'elasticloadbalancing',
      on.site.region,
      on.site.account,
      `loadbalancer/app/larkhill-${on.site.stage}/${on.site.keyId.slice(-12)}a1b2`,
    ),
  })),
  DescribeTargetHealth: read((on) => ({
    targetGroupArn: arn(
      'elasticloadbalancing',
      on.site.region,
      on.site.account,
      `targetgroup/storefront/${on.site.keyId.slice(-12)}c3d4`,
    ),
  })),
  DescribeTags: read((on) => ({
    resourceArns: [
      arn(
        'elasticloadbalancing',
        on.site.region,
        on.site.account,
        `loadbalancer/app/larkhill-${on.site.stage}/${on.site.keyId.slice(-12)}a1b2`,
      ),
    ],
  })),
} as const satisfies Record<string, Api>;

export const autoscaling = {
  DescribeAutoScalingGroups: read(() => ({ maxRecords: 100 }), {
    mishap: [0.03, () => ({ code: 'ThrottlingException', message: 'Rate exceeded' })],
  }),
  DescribeAutoScalingInstances: read(() => ({ maxRecords: 50 })),
  DescribeScalingActivities: read(() => ({ maxRecords: 100 })),
  DescribeLaunchConfigurations: read(() => ({ maxRecords: 100 })),
  SetDesiredCapacity: write((on) => ({
    autoScalingGroupName: `search-${on.site.stage}`,
    desiredCapacity: on.from.int(2, 5),
    honorCooldown: false,
  })),
} as const satisfies Record<string, Api>;

export const eks = {
  ListClusters: read(() => ({ maxResults: 100 })),
  DescribeCluster: read((on) => ({ name: on.site.eks ?? 'larkhill' }), {
    mishap: [
      0.05,
      () => ({
        code: 'ResourceNotFoundException',
        message: 'No cluster found for name: larkhill-blue.',
        asked: { name: 'larkhill-blue' },
      }),
    ],
  }),
  ListNodegroups: read((on) => ({ name: on.site.eks ?? 'larkhill', maxResults: 100 })),
} as const satisfies Record<string, Api>;

export const sns = {
  ListTopics: read(),
  GetTopicAttributes: read((on) => ({
    topicArn: arn('sns', on.site.region, on.site.account, 'on-call'),
  })),
} as const satisfies Record<string, Api>;

export const sqs = {
  ListQueues: read(() => ({ maxResults: 1000 })),
  GetQueueAttributes: read((on) => ({
    queueUrl: `https://sqs.${on.site.region}.amazonaws.com/${on.site.account}/order-events`,
    attributeNames: ['All'],
  })),
} as const satisfies Record<string, Api>;

export const events = {
  ListRules: read(() => ({ limit: 100 })),
  ListTargetsByRule: read(() => ({ rule: 'order-nightly' })),
  DisableRule: write(() => ({ name: 'order-nightly' })),
} as const satisfies Record<string, Api>;

export const athena = {
  ListWorkGroups: read(() => ({ maxResults: 50 })),
  GetQueryExecution: read((on) => ({ queryExecutionId: on.from.uuid() })),
  GetQueryResults: read((on) => ({ queryExecutionId: on.from.uuid(), maxResults: 1000 })),
  StartQueryExecution: write(
    (on) => ({
      queryString: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      clientRequestToken: on.from.uuid(),
      queryExecutionContext: { database: 'warehouse', catalog: 'AwsDataCatalog' },
      resultConfiguration: {},
      workGroup: 'analysts',
    }),
    (on) => ({ queryExecutionId: on.from.uuid() }),
  ),
} as const satisfies Record<string, Api>;

export const glue = {
  GetDatabases: read(() => ({ catalogId: 'AwsDataCatalog', maxResults: 100 })),
  GetTables: read(() => ({ databaseName: 'warehouse', maxResults: 100 })),
} as const satisfies Record<string, Api>;

export const securityhub = {
  GetEnabledStandards: read(() => ({})),
  GetFindings: read(() => ({
    Filters: { WorkflowStatus: [{ Value: 'NEW', Comparison: 'EQUALS' }] },
    MaxResults: 100,
  })),
  BatchUpdateFindings: write(
    (on) => ({
      FindingIdentifiers: [
        {
          Id: arn(
            'securityhub',
            on.site.region,
            on.site.account,
            `subscription/aws-foundational-security-best-practices/v/1.0.0/EC2.19/finding/${on.from.uuid()}`,
          ),
          ProductArn: arn('securityhub', on.site.region, '', 'product/aws/securityhub'),
        },
      ],
      Workflow: { Status: 'SUPPRESSED' },
    }),
    () => ({ ProcessedFindings: [], UnprocessedFindings: [] }),
  ),
} as const satisfies Record<string, Api>;

export const inspector2 = {
  ListFindings: read(() => ({ maxResults: 100 })),
  ListCoverage: read(() => ({ maxResults: 200 })),
} as const satisfies Record<string, Api>;

export const acm = {
  ListCertificates: read(() => ({ maxItems: 1000 })),
} as const satisfies Record<string, Api>;

export const health = {
  DescribeEventAggregates: read(() => ({
    aggregateField: 'eventTypeCategory',
    filter: { eventStatusCodes: ['open', 'upcoming'] },
  })),
} as const satisfies Record<string, Api>;

export const tagging = {
  GetResources: read(() => ({ resourcesPerPage: 100 })),
} as const satisfies Record<string, Api>;

export const accessAnalyzer = {
  ListAnalyzers: read(() => ({})),
  ListFindingsV2: read((on) => ({
    analyzerArn: arn('access-analyzer', on.site.region, on.site.account, 'analyzer/organization'),
  })),
} as const satisfies Record<string, Api>;
