import type { JsonObject } from '@trailglass/record';
import { arn, blob } from '../ids.ts';
import { revision } from './compute.ts';
import { type Api, named, type Occasion, read, write } from './api.ts';

const aRepository = (on: Occasion): JsonObject => ({
  registryId: on.site.account,
  repositoryName: on.from.pick(on.site.services),
});
const repositoryTouched = (on: Occasion, request: JsonObject) => [
  {
    type: 'AWS::ECR::Repository',
    arn: arn(
      'ecr',
      on.site.region,
      on.site.account,
      `repository/${named(request, 'repositoryName')}`,
    ),
  },
];

export const ecr = {
  GetAuthorizationToken: read(() => ({})),
  DescribeRepositories: read(() => ({})),
  DescribeImages: read(aRepository, { needs: 'services', touches: repositoryTouched }),
  GetRepositoryPolicy: read(aRepository, {
    needs: 'services',
    touches: repositoryTouched,
    mishap: [
      0.7,
      (on, request) => ({
        code: 'RepositoryPolicyNotFoundException',
        message: `Repository policy does not exist for the repository with name '${named(request, 'repositoryName')}' in the registry with id '${on.site.account}'`,
      }),
    ],
  }),
  BatchCheckLayerAvailability: read(
    (on) => ({ ...aRepository(on), layerDigests: [`sha256:${on.from.hex(64)}`] }),
    { needs: 'services', touches: repositoryTouched },
  ),
  InitiateLayerUpload: write(
    aRepository,
    (on) => ({ uploadId: on.from.uuid(), partSize: 20_971_520 }),
    { needs: 'services', touches: repositoryTouched },
  ),
  CompleteLayerUpload: write(
    (on) => ({
      ...aRepository(on),
      uploadId: on.from.uuid(),
      layerDigests: [`sha256:${on.from.hex(64)}`],
    }),
    (_on, request) => ({ ...request, layerDigest: (request['layerDigests'] as string[])[0] }),
    { needs: 'services', touches: repositoryTouched },
  ),
  PutImage: write(
    (on) => ({
      ...aRepository(on),
      imageTag: on.from.hex(12),
      imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
      imageManifest: JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: {
          mediaType: 'application/vnd.oci.image.config.v1+json',
          digest: `sha256:${on.from.hex(64)}`,
          size: 7_213,
        },
        layers: [
          {
            mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
            digest: `sha256:${on.from.hex(64)}`,
            size: on.from.int(2_000_000, 60_000_000),
          },
        ],
      }),
    }),
    (on, request) => ({
      image: {
        registryId: request['registryId'],
        repositoryName: request['repositoryName'],
        imageId: { imageDigest: `sha256:${on.from.hex(64)}`, imageTag: request['imageTag'] },
        imageManifest: request['imageManifest'],
        imageManifestMediaType: request['imageManifestMediaType'],
      },
    }),
    { needs: 'services', touches: repositoryTouched },
  ),
} as const satisfies Record<string, Api>;

const aStack = (on: Occasion): JsonObject => ({ stackName: on.from.pick(on.site.stacks) });
const stackId = (on: Occasion, name: string): string =>
  arn('cloudformation', on.site.region, on.site.account, `stack/${name}/${on.site.keyId}`);

export const cloudformation = {
  ListStacks: read(() => ({})),
  DescribeStacks: read(aStack, {
    needs: 'stacks',
    mishap: [
      0.08,
      (on, request) => ({
        code: 'ValidationException',
        message: `Stack with id ${named(request, 'stackName')}-pr-${on.from.int(400, 900)} does not exist`,
      }),
    ],
  }),
  DescribeStackEvents: read(aStack, { needs: 'stacks' }),
  DescribeStackResources: read(aStack, { needs: 'stacks' }),
  GetTemplate: read(aStack, { needs: 'stacks' }),
  DescribeChangeSet: read((on) => ({ ...aStack(on), changeSetName: `deploy-${revision(on)}` }), {
    needs: 'stacks',
  }),
  CreateChangeSet: write(
    (on) => ({
      ...aStack(on),
      changeSetName: `deploy-${revision(on)}`,
      changeSetType: 'UPDATE',
      capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
      templateURL: `https://larkhill-${on.site.stage}-artifacts.s3.${on.site.region}.amazonaws.com/templates/${on.from.hex(32)}.yaml`,
      parameters: [{ parameterKey: 'ImageTag' }],
    }),
    (on, request) => ({
      id: arn(
        'cloudformation',
        on.site.region,
        on.site.account,
        `changeSet/${named(request, 'changeSetName')}/${on.from.uuid()}`,
      ),
      stackId: stackId(on, named(request, 'stackName')),
    }),
    { needs: 'stacks' },
  ),
  ExecuteChangeSet: write(
    (on) => ({
      ...aStack(on),
      changeSetName: `deploy-${revision(on)}`,
      clientRequestToken: on.from.uuid(),
    }),
    undefined,
    { needs: 'stacks' },
  ),
} as const satisfies Record<string, Api>;

export const cloudfront = {
  ListDistributions: read(),
  GetDistribution: read(() => ({ id: 'E2LQ7TKX9WM3VA' })),
  GetDistributionConfig: read(() => ({ id: 'E2LQ7TKX9WM3VA' })),
  CreateInvalidation: write(
    (on) => ({
      distributionId: 'E2LQ7TKX9WM3VA',
      invalidationBatch: {
        paths: { quantity: 1, items: ['/assets/*'] },
        callerReference: `release-${Math.floor(on.time / 1000)}`,
      },
    }),
    (on, request) => {
      const id = `I${on.from.letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 25)}`;
      return {
        location: `https://cloudfront.amazonaws.com/2020-05-31/distribution/E2LQ7TKX9WM3VA/invalidation/${id}`,
        invalidation: {
          id,
          status: 'InProgress',
          createTime: new Date(on.time).toUTCString(),
          invalidationBatch: request['invalidationBatch'],
        },
      };
    },
  ),
} as const satisfies Record<string, Api>;

const zone = 'Z08213451LARKHILL7QX';
export const route53 = {
  ListHostedZones: read(() => ({})),
  ListResourceRecordSets: read(() => ({ hostedZoneId: zone, maxItems: 300 })),
  ChangeResourceRecordSets: write(
    (on) => ({
      hostedZoneId: zone,
      changeBatch: {
        changes: [
          {
            action: 'UPSERT',
            resourceRecordSet: {
              name: `${on.from.pick(['preview', 'api', 'status'])}.larkhill.example`,
              type: 'A',
              aliasTarget: {
                hostedZoneId: 'Z32O12XQLNTSW2',
                dNSName: `k8s-edge-${on.from.hex(10)}.elb.${on.site.region}.amazonaws.com`,
                evaluateTargetHealth: true,
              },
            },
          },
        ],
      },
    }),
    (on) => ({
      changeInfo: {
        id: `/change/C${blob(on.from, 20).replace(/\W/g, '0').toUpperCase()}`,
        status: 'PENDING',
        submittedAt: new Date(on.time).toISOString(),
      },
    }),
  ),
} as const satisfies Record<string, Api>;
