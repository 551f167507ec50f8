import type { JsonObject } from '@trailglass/record';
import { arn, blob } from '../ids.ts';
import { type Api, longDate, named, type Occasion, read, write } from './api.ts';

const throttled: Api['mishap'] = [
  0.05,
  () => ({ code: 'ThrottlingException', message: 'Rate exceeded' }),
];
const detector = (on: Occasion): JsonObject => ({
  detectorId: on.site.keyId.replaceAll('-', ''),
});
const aLogGroup = (on: Occasion): string => `/aws/lambda/${on.from.pick(on.site.functions)}`;

export const logs = {
  DescribeLogGroups: read((on) => ({ limit: on.from.pick([5, 50]) }), { mishap: throttled }),
  DescribeLogStreams: read(
    (on) => ({
      logGroupName: aLogGroup(on),
      orderBy: 'LastEventTime',
      descending: true,
      limit: 50,
    }),
    { needs: 'functions' },
  ),
  DescribeMetricFilters: read(() => ({})),
  StartQuery: read(
    (on) => ({
      logGroupNames: [aLogGroup(on)],
      startTime: Math.floor(on.time / 1000) - 3600,
      endTime: Math.floor(on.time / 1000),
      queryString: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      limit: 1000,
    }),
    { needs: 'functions', answer: (on) => ({ queryId: on.from.uuid() }) },
  ),
  CreateLogStream: write(
    (on) => {
      const day = new Date(on.time).toISOString().slice(0, 10).replaceAll('-', '/');
      return {
        logGroupName: aLogGroup(on),
        logStreamName: `${day}/[$LATEST]${on.from.hex(32)}`,
      };
    },
    undefined,
    { needs: 'functions' },
  ),
  PutRetentionPolicy: write(
    (on) => ({ logGroupName: aLogGroup(on), retentionInDays: on.from.pick([30, 90, 365]) }),
    undefined,
    { needs: 'functions' },
  ),
} as const satisfies Record<string, Api>;

export const monitoring = {
  DescribeAlarms: read((on) => ({ maxRecords: on.from.pick([50, 100]) }), { mishap: throttled }),
  DescribeAlarmHistory: read(() => ({ maxRecords: 100, historyItemType: 'StateUpdate' })),
  ListDashboards: read(),
  GetDashboard: read(() => ({ dashboardName: 'storefront' })),
  PutMetricAlarm: write((on) => ({
    alarmName: `${on.site.stage}-checkout-5xx`,
    comparisonOperator: 'GreaterThanThreshold',
    evaluationPeriods: 3,
    threshold: on.from.int(2, 40),
    period: 60,
    namespace: 'AWS/ApplicationELB',
    metricName: 'HTTPCode_Target_5XX_Count',
    statistic: 'Sum',
    actionsEnabled: true,
    alarmActions: [arn('sns', on.site.region, on.site.account, 'on-call')],
    treatMissingData: 'notBreaching',
  })),
} as const satisfies Record<string, Api>;

export const ssm = {
  DescribeInstanceInformation: read(() => ({ maxResults: 50 })),
  DescribeParameters: read(() => ({ maxResults: 50 })),
  GetParameter: read(
    (on) => ({
      name: `/${on.site.stage}/${on.from.pick(on.site.functions)}/config`,
      withDecryption: true,
    }),
    {
      needs: 'functions',
      touches: (on, request) => [
        { arn: arn('ssm', on.site.region, on.site.account, `parameter${named(request, 'name')}`) },
      ],
      mishap: [0.04, () => ({ code: 'ParameterNotFound' })],
    },
  ),
  PutParameter: write(
    (on) => ({
      name: `/${on.site.stage}/${on.from.pick(on.site.functions)}/config`,
      type: 'SecureString',
      value: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      overwrite: true,
    }),
    (on) => ({ version: on.from.int(2, 60), tier: 'Standard' }),
    { needs: 'functions' },
  ),
  ListInstanceAssociations: read(
    (on) => ({
      instanceId: on.from.pick(on.site.instances).id,
      maxResults: 20,
    }),
    { needs: 'instances' },
  ),
  StartSession: write(
    (on) => ({ target: on.from.pick(on.site.instances).id }),
    (on) => {
      const sessionId = `console-${on.from.letters('abcdefghijklmnopqrstuvwxyz234567', 26)}`;
      return {
        sessionId,
        tokenValue: 'Value hidden due to security reasons.',
        streamUrl: `wss://ssmmessages.${on.site.region}.amazonaws.com/v1/data-channel/${sessionId}?role=publish_subscribe&cell-number=${blob(on.from, 96)}`,
      };
    },
    { needs: 'instances' },
  ),
  SendCommand: write(
    (on) => ({
      documentName: 'AWS-RunShellScript',
      instanceIds: [on.from.pick(on.site.instances).id],
      interactive: false,
      parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    }),
    (on, request) => ({
      command: {
        commandId: on.from.uuid(),
        documentName: 'AWS-RunShellScript',
        documentVersion: '$DEFAULT',
        comment: '',
        expiresAfter: longDate(on.time + 7_200_000),
        parameters: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        instanceIds: request['instanceIds'],
        targets: [],
        requestedDateTime: longDate(on.time),
        status: 'Pending',
        statusDetails: 'Pending',
        outputS3Region: on.site.region,
        maxConcurrency: '50',
        maxErrors: '0',
        targetCount: 1,
        completedCount: 0,
        errorCount: 0,
        timeoutSeconds: 3600,
      },
    }),
    { needs: 'instances' },
  ),
} as const satisfies Record<string, Api>;

export const cloudtrail = {
  DescribeTrails: read(() => ({ trailNameList: [], includeShadowTrails: true })),
  GetTrailStatus: read((on) => ({
    name: arn('cloudtrail', on.site.region, on.site.account, 'trail/larkhill-org-trail'),
  })),
  GetEventSelectors: read(() => ({ trailName: 'larkhill-org-trail' })),
  ListTrails: read(() => ({})),
  LookupEvents: read(
    (on) => ({
      lookupAttributes: [{ attributeKey: 'ReadOnly', attributeValue: 'false' }],
      startTime: longDate(on.time - 43_200_000),
      endTime: longDate(on.time),
      maxResults: 50,
    }),
    { mishap: [0.12, () => ({ code: 'ThrottlingException', message: 'Rate exceeded' })] },
  ),
} as const satisfies Record<string, Api>;

export const config = {
  DescribeConfigurationRecorders: read(() => ({})),
  DescribeConfigurationRecorderStatus: read(() => ({})),
  DescribeConfigRules: read(),
  DescribeComplianceByConfigRule: read(() => ({})),
  SelectResourceConfig: read(() => ({
    expression: "SELECT resourceId, resourceType WHERE resourceType = 'AWS::EC2::SecurityGroup'",
    limit: 100,
  })),
} as const satisfies Record<string, Api>;

export const guardduty = {
  ListDetectors: read(() => ({})),
  GetDetector: read(detector),
  ListFindings: read((on) => ({
    ...detector(on),
    findingCriteria: { criterion: { 'service.archived': { eq: ['false'] } } },
    maxResults: 50,
  })),
  GetFindings: read((on) => ({ ...detector(on), findingIds: [on.from.hex(32)] })),
  ArchiveFindings: write((on) => ({ ...detector(on), findingIds: [on.from.hex(32)] })),
} as const satisfies Record<string, Api>;
