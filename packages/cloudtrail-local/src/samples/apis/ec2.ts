import type { JsonObject } from '@trailglass/record';
import { resourceId } from '../ids.ts';
import { type Api, named, type Occasion, read, write } from './api.ts';

const items = (...list: JsonObject[]): JsonObject => ({ items: list });
const filter = (name: string, value: string): JsonObject => ({
  filterSet: items({ name, valueSet: items({ value }) }),
});
const anInstance = (on: Occasion): string => on.from.pick(on.site.instances).id;
const done = (on: Occasion): JsonObject => ({ requestId: on.requestId, _return: true });

const stateChange =
  (before: readonly [number, string], after: readonly [number, string]) =>
  (on: Occasion, request: JsonObject): JsonObject => {
    const list = (request['instancesSet'] as { items: { instanceId: string }[] }).items;
    return {
      requestId: on.requestId,
      instancesSet: items(
        ...list.map(({ instanceId }) => ({
          instanceId,
          currentState: { code: after[0], name: after[1] },
          previousState: { code: before[0], name: before[1] },
        })),
      ),
    };
  };
const oneInstance = (on: Occasion): JsonObject => ({
  instancesSet: items({ instanceId: anInstance(on) }),
});

const ingress = (on: Occasion): JsonObject => {
  const port = on.from.pick([443, 5432, 6379, 8443, 22]);
  const cidrIp = on.from.pick(['203.0.113.42/32', '10.20.0.0/16', '198.51.100.0/28']);
  return {
    groupId: on.site.securityGroup,
    ipPermissions: items({
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      groups: {},
      ipRanges: items({ cidrIp, description: 'office' }),
      ipv6Ranges: {},
      prefixListIds: {},
    }),
  };
};
const firstRule = (
  request: JsonObject,
): { fromPort: number; ipRanges: { items: { cidrIp: string; description?: string }[] } } =>
  (request['ipPermissions'] as { items: never[] }).items[0] as never;

export const ec2 = {
  DescribeInstances: read((on) =>
    on.from.chance(0.4) && on.site.instances.length > 0
      ? { instancesSet: items({ instanceId: anInstance(on) }), filterSet: {} }
      : { maxResults: 1000, instancesSet: {}, filterSet: {} },
  ),
  DescribeInstanceStatus: read(() => ({
    instancesSet: {},
    filterSet: {},
    includeAllInstances: true,
  })),
  DescribeInstanceAttribute: read((on) => ({ instanceId: anInstance(on), attribute: 'userData' }), {
    needs: 'instances',
    mishap: [
      0.12,
      (on) => {
        const gone = `i-0${on.from.hex(16)}`;
        return {
          asked: { instanceId: gone, attribute: 'userData' },
          code: 'Client.InvalidInstanceID.NotFound',
          message: `The instance ID '${gone}' does not exist`,
        };
      },
    ],
  }),
  DescribeVolumes: read(() => ({ volumeSet: {}, filterSet: {} })),
  DescribeVolumeStatus: read(() => ({ volumeSet: {}, filterSet: {}, maxResults: 1000 })),
  DescribeSnapshots: read((on) => ({
    snapshotSet: {},
    ownersSet: items({ owner: on.site.account }),
    sharedUsersSet: {},
    filterSet: {},
  })),
  DescribeImages: read((on) => ({
    executableBySet: {},
    imagesSet: {},
    ownersSet: items({ owner: on.from.pick(['self', 'amazon']) }),
    filterSet: {},
  })),
  DescribeSecurityGroups: read(() => ({
    securityGroupSet: {},
    securityGroupIdSet: {},
    filterSet: {},
  })),
  DescribeSecurityGroupRules: read((on) => filter('group-id', on.site.securityGroup)),
  DescribeVpcs: read(() => ({ vpcSet: {}, filterSet: {} })),
  DescribeSubnets: read((on) => ({ subnetSet: {}, ...filter('vpc-id', on.site.vpc) })),
  DescribeRouteTables: read((on) => ({ routeTableIdSet: {}, ...filter('vpc-id', on.site.vpc) })),
  DescribeNetworkInterfaces: read(() => ({ networkInterfaceIdSet: {}, filterSet: {} })),
  DescribeNetworkAcls: read(() => ({ networkAclIdSet: {}, filterSet: {} })),
  DescribeNatGateways: read(() => ({ DescribeNatGatewaysRequest: { MaxResults: 1000 } })),
  DescribeVpcEndpoints: read(() => ({ DescribeVpcEndpointsRequest: { MaxResults: 1000 } })),
  DescribeFlowLogs: read(() => ({ DescribeFlowLogsRequest: { MaxResults: 1000 } })),
  DescribeAddresses: read(() => ({ publicIpsSet: {}, filterSet: {}, allocationIdsSet: {} })),
  DescribeTags: read((on) => filter('resource-type', on.from.pick(['instance', 'volume']))),
  DescribeRegions: read(() => ({ regionSet: {} })),
  DescribeAvailabilityZones: read(() => ({ availabilityZoneSet: {}, availabilityZoneIdSet: {} })),
  DescribeKeyPairs: read(() => ({ keySet: {}, filterSet: {} })),
  DescribeLaunchTemplates: read(() => ({ DescribeLaunchTemplatesRequest: { MaxResults: 200 } })),
  DescribeAccountAttributes: read(() => ({
    accountAttributeNameSet: items({ attributeName: 'default-vpc' }),
    filterSet: {},
  })),
  GetEbsEncryptionByDefault: read(() => ({ GetEbsEncryptionByDefaultRequest: {} })),
  StartInstances: write(oneInstance, stateChange([80, 'stopped'], [0, 'pending']), {
    needs: 'instances',
  }),
  StopInstances: write(
    (on) => ({ ...oneInstance(on), force: false }),
    stateChange([16, 'running'], [64, 'stopping']),
    { needs: 'instances' },
  ),
  RebootInstances: write(oneInstance, done, { needs: 'instances' }),
  TerminateInstances: write(oneInstance, stateChange([16, 'running'], [32, 'shutting-down']), {
    needs: 'instances',
  }),
  CreateTags: write(
    (on) => ({
      resourcesSet: items({ resourceId: anInstance(on) }),
      tagSet: items({ key: 'owner', value: on.from.pick(['platform', 'search', 'data']) }),
    }),
    done,
    { needs: 'instances' },
  ),
  CreateSnapshot: write(
    (on) => ({
      volumeId: resourceId('vol', anInstance(on)),
      description: 'This snapshot is created by the AWS Backup service.',
    }),
    (on, request) => ({
      requestId: on.requestId,
      snapshotId: `snap-0${on.from.hex(16)}`,
      volumeId: request['volumeId'],
      status: 'pending',
      startTime: on.time,
      progress: '',
      ownerId: on.site.account,
      volumeSize: '64',
      description: request['description'],
      encrypted: true,
    }),
    { needs: 'instances' },
  ),
  DeleteSnapshot: write((on) => ({ snapshotId: `snap-0${on.from.hex(16)}` }), done),
  AuthorizeSecurityGroupIngress: write(
    ingress,
    (on, request) => {
      const rule = firstRule(request);
      return {
        requestId: on.requestId,
        _return: true,
        securityGroupRuleSet: items({
          groupOwnerId: on.site.account,
          groupId: named(request, 'groupId'),
          securityGroupRuleId: `sgr-0${on.from.hex(16)}`,
          ...(rule.ipRanges.items[0]?.description && {
            description: rule.ipRanges.items[0].description,
          }),
          isEgress: false,
          ipProtocol: 'tcp',
          fromPort: rule.fromPort,
          toPort: rule.fromPort,
          cidrIpv4: rule.ipRanges.items[0]?.cidrIp ?? '',
        }),
      };
    },
    {
      mishap: [
        0.2,
        (_on, request) => {
          const rule = firstRule(request);
          const peer = rule.ipRanges.items[0]?.cidrIp ?? '';
          return {
            code: 'Client.InvalidPermission.Duplicate',
            message: `the specified rule "peer: ${peer}, TCP, from port: ${rule.fromPort}, to port: ${rule.fromPort}, ALLOW" already exists`,
          };
        },
      ],
    },
  ),
  RevokeSecurityGroupIngress: write(ingress, done),
  DeleteNetworkInterface: write((on) => ({ networkInterfaceId: `eni-0${on.from.hex(16)}` }), done),
} as const satisfies Record<string, Api>;
