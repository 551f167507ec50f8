import type { JsonObject } from '@trailglass/record';
import { arn, blob } from '../ids.ts';
import { type Api, longDate, named, type Occasion, read, write } from './api.ts';

const aFunction = (on: Occasion): JsonObject => ({
  functionName: on.from.pick(on.site.functions),
});
const functionArn = (on: Occasion, name: string): string =>
  arn('lambda', on.site.region, on.site.account, `function:${name}`);

const functionAnswer = (on: Occasion, request: JsonObject): JsonObject => {
  const name = named(request, 'functionName');
  return {
    functionName: name,
    functionArn: functionArn(on, name),
    runtime: 'nodejs22.x',
    role: arn('iam', '', on.site.account, `role/${name}-execution`),
    handler: 'index.handler',
    codeSize: on.from.int(40_000, 9_000_000),
    description: '',
    timeout: 30,
    memorySize: 512,
    lastModified: `${new Date(on.time).toISOString().slice(0, 19)}.000+0000`,
    codeSha256: `${blob(on.from, 43)}=`,
    version: '$LATEST',
    environment: {},
    tracingConfig: { mode: 'Active' },
    revisionId: on.from.uuid(),
    state: 'Active',
    lastUpdateStatus: 'InProgress',
    lastUpdateStatusReason: 'The function is being created.',
    lastUpdateStatusReasonCode: 'Creating',
    packageType: 'Zip',
    architectures: ['arm64'],
    ephemeralStorage: { size: 512 },
    snapStart: { applyOn: 'None', optimizationStatus: 'Off' },
    loggingConfig: { logFormat: 'JSON', logGroup: `/aws/lambda/${name}` },
  };
};

export const lambda = {
  ListFunctions20150331: read(() => ({ maxItems: 50 })),
  GetFunction20150331v2: read(aFunction, { needs: 'functions' }),
  GetFunctionConfiguration20150331v2: read(aFunction, { needs: 'functions' }),
  ListTags20170331: read((on) => ({ resource: functionArn(on, on.from.pick(on.site.functions)) }), {
    needs: 'functions',
  }),
  GetPolicy20150331v2: read(aFunction, {
    needs: 'functions',
    mishap: [
      0.7,
      () => ({
        code: 'ResourceNotFoundException',
        message: 'The resource you requested does not exist.',
      }),
    ],
  }),
  UpdateFunctionCode20150331v2: write(
    (on) => ({
      ...aFunction(on),
      s3Bucket: `larkhill-${on.site.stage}-artifacts`,
      s3Key: `functions/${on.from.hex(40)}.zip`,
      publish: false,
      dryRun: false,
    }),
    functionAnswer,
    { needs: 'functions' },
  ),
  UpdateFunctionConfiguration20150331v2: write(
    (on) => ({ ...aFunction(on), timeout: 30, memorySize: 512, environment: {} }),
    functionAnswer,
    {
      needs: 'functions',
      mishap: [
        0.1,
        (on, request) => ({
          code: 'ResourceConflictException',
          message: `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn(on, named(request, 'functionName'))}`,
        }),
      ],
    },
  ),
  PublishVersion20150331: write(
    aFunction,
    (on, request) => {
      const version = String(Math.floor(on.time / 86_400_000) % 1000);
      const answer = functionAnswer(on, request);
      return { ...answer, functionArn: `${named(answer, 'functionArn')}:${version}`, version };
    },
    { needs: 'functions' },
  ),
} as const satisfies Record<string, Api>;

/** Task definition revisions grow by two a day, and stay the same throughout a deploy. */
export const revision = (on: Occasion): number => Math.floor(on.time / 43_200_000) % 5000;

const aService = (on: Occasion): JsonObject => ({
  cluster: on.site.cluster,
  service: on.from.pick(on.site.services),
});
const ecsArn = (on: Occasion, rest: string): string =>
  arn('ecs', on.site.region, on.site.account, rest);

export const ecs = {
  ListClusters: read(() => ({})),
  DescribeClusters: read((on) => ({ clusters: [on.site.cluster], include: ['SETTINGS'] })),
  ListServices: read((on) => ({ cluster: on.site.cluster }), {
    mishap: [0.04, () => ({ code: 'ThrottlingException', message: 'Rate exceeded' })],
  }),
  DescribeServices: read(
    (on) => ({ cluster: on.site.cluster, services: [on.from.pick(on.site.services)] }),
    { needs: 'services' },
  ),
  ListTasks: read((on) => ({ cluster: on.site.cluster, desiredStatus: 'RUNNING' })),
  DescribeTasks: read((on) => ({
    cluster: on.site.cluster,
    tasks: [ecsArn(on, `task/${on.site.cluster}/${on.from.hex(32)}`)],
  })),
  DescribeTaskDefinition: read(
    (on) => ({
      taskDefinition: `${on.from.pick(on.site.services)}:${revision(on)}`,
      include: ['TAGS'],
    }),
    { needs: 'services' },
  ),
  RegisterTaskDefinition: write(
    (on) => {
      const family = on.from.pick(on.site.services);
      return {
        family,
        taskRoleArn: arn('iam', '', on.site.account, `role/${family}-task`),
        executionRoleArn: arn('iam', '', on.site.account, 'role/ecs-task-execution'),
        networkMode: 'awsvpc',
        containerDefinitions: [
          {
            name: family,
            image: `${on.site.account}.dkr.ecr.${on.site.region}.amazonaws.com/${family}:${on.from.hex(12)}`,
            essential: true,
            portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
            environment: [{ name: 'STAGE', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
          },
        ],
        requiresCompatibilities: ['FARGATE'],
        cpu: '512',
        memory: '1024',
      };
    },
    (on, request) => {
      const family = named(request, 'family');
      return {
        taskDefinition: {
          taskDefinitionArn: ecsArn(on, `task-definition/${family}:${revision(on)}`),
          family,
          revision: revision(on),
          status: 'ACTIVE',
          networkMode: 'awsvpc',
          compatibilities: ['EC2', 'FARGATE'],
          requiresCompatibilities: ['FARGATE'],
          cpu: '512',
          memory: '1024',
          registeredAt: longDate(on.time),
        },
      };
    },
    { needs: 'services' },
  ),
  UpdateService: write(
    (on) => {
      const picked = aService(on);
      return {
        ...picked,
        taskDefinition: `${named(picked, 'service')}:${revision(on)}`,
        forceNewDeployment: false,
      };
    },
    (on, request) => ({
      service: {
        serviceArn: ecsArn(on, `service/${on.site.cluster}/${named(request, 'service')}`),
        serviceName: request['service'],
        clusterArn: ecsArn(on, `cluster/${on.site.cluster}`),
        status: 'ACTIVE',
        desiredCount: 3,
        runningCount: 3,
        pendingCount: 0,
        launchType: 'FARGATE',
        platformVersion: 'LATEST',
        taskDefinition: ecsArn(on, `task-definition/${named(request, 'taskDefinition')}`),
        deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
        schedulingStrategy: 'REPLICA',
        enableExecuteCommand: false,
      },
    }),
    { needs: 'services' },
  ),
} as const satisfies Record<string, Api>;
