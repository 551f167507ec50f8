import type { JsonObject } from '@trailglass/record';
import { arn } from '../ids.ts';
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
      (on, request) => {
        const stackName = `${named(request, 'stackName')}-pr-${on.from.int(400, 900)}`;
        return {
          code: 'ValidationException',
          message: `Stack with id ${stackName} does not exist`,
          asked: { stackName },
        };
      },
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
