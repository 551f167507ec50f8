import type { JsonObject } from '@trailglass/record';
import { onBehalf } from '../caller.ts';
import { production, staging } from '../cast/accounts.ts';
import { serviceLinkedRole } from '../cast/roles.ts';
import { privateName, type Site, siteAt } from '../cast/sites.ts';
import { arn } from '../ids.ts';
import type { Draw } from '../random.ts';
import { lively, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

const places = [
  siteAt(production, 'us-east-1'),
  siteAt(production, 'eu-west-1'),
  siteAt(staging, 'eu-central-1'),
];
const items = (...list: JsonObject[]): JsonObject => ({ items: list });

const linked = (site: Site, service: string, name: string, session: string, created: number) =>
  onBehalf(
    { role: serviceLinkedRole(site.account, service, name), name: session, created },
    service,
  );

const targets = (site: Site, id: string, port: number): JsonObject => ({
  targetGroupArn: arn(
    'elasticloadbalancing',
    site.region,
    site.account,
    `targetgroup/storefront/${site.keyId.slice(-12)}c3d4`,
  ),
  targets: [{ id, port }],
});

function launched(site: Site, tape: Tape, time: number, instanceId: string): JsonObject {
  const address = `10.20.${tape.from.int(16, 60)}.${tape.from.int(4, 250)}`;
  return {
    requestId: tape.from.uuid(),
    reservationId: `r-0${tape.from.hex(16)}`,
    ownerId: site.account,
    groupSet: {},
    instancesSet: items({
      instanceId,
      imageId: 'ami-0b5c7a9d3e1f24680',
      instanceState: { code: 0, name: 'pending' },
      privateDnsName: privateName(site.region, address),
      amiLaunchIndex: 0,
      instanceType: 'm7g.large',
      launchTime: time,
      placement: { availabilityZone: site.zones[tape.from.int(0, 2)], tenancy: 'default' },
      monitoring: { state: 'enabled' },
      subnetId: tape.from.pick(site.subnets),
      vpcId: site.vpc,
      privateIpAddress: address,
    }),
    requesterId: '940372691376',
  };
}

/** Load rises: Auto Scaling starts an instance; it falls: one goes. */
function scale(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const site = from.pick(places);
  const service = 'autoscaling.amazonaws.com';
  const caller = linked(site, service, 'AutoScaling', 'AutoScaling', start);
  const instanceId = `i-0${from.hex(16)}`;
  if (from.chance(0.5)) {
    tape.rare(start, site, caller, 'ec2:RunInstances', false, {
      request: {
        instancesSet: items({ minCount: 1, maxCount: 1 }),
        instanceType: 'm7g.large',
        blockDeviceMapping: {},
        monitoring: { enabled: false },
        disableApiTermination: false,
        disableApiStop: false,
        clientToken: `fleet-${from.uuid()}-0`,
        launchTemplate: { launchTemplateId: 'lt-0a7d3f5e91b2c4680', version: '14' },
        tagSpecificationSet: items({
          resourceType: 'instance',
          tags: [{ key: 'aws:autoscaling:groupName', value: `search-${site.stage}` }],
        }),
      },
      answer: launched(site, tape, start, instanceId),
    });
    tape.rare(next(20, 60), site, caller, 'elasticloadbalancing:RegisterTargets', false, {
      request: targets(site, instanceId, 9200),
    });
    return tape.events;
  }
  tape.rare(start, site, caller, 'elasticloadbalancing:DeregisterTargets', false, {
    request: targets(site, instanceId, 9200),
  });
  tape.rare(next(30, 300), site, caller, 'ec2:TerminateInstances', false, {
    request: { instancesSet: items({ instanceId }) },
    answer: {
      requestId: from.uuid(),
      instancesSet: items({
        instanceId,
        currentState: { code: 32, name: 'shutting-down' },
        previousState: { code: 16, name: 'running' },
      }),
    },
  });
  return tape.events;
}

/** ECS replaces a task: a new network interface and target, then the old target goes. */
function replaceTask(start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const site = from.pick(places);
  const service = 'ecs.amazonaws.com';
  const caller = linked(site, service, 'ECS', 'ecs-service-scheduler', start);
  const address = (): string => `10.20.${from.int(16, 60)}.${from.int(4, 250)}`;
  const privateIpAddress = address();
  const eni = `eni-0${from.hex(16)}`;
  tape.rare(start, site, caller, 'ec2:CreateNetworkInterface', false, {
    request: {
      subnetId: site.subnets[0],
      description: arn('ecs', site.region, site.account, `attachment/${from.uuid()}`),
      groupSet: items({ groupId: site.securityGroup }),
      privateIpAddressesSet: {},
      clientToken: from.uuid(),
    },
    answer: {
      requestId: from.uuid(),
      networkInterface: {
        networkInterfaceId: eni,
        subnetId: site.subnets[0],
        vpcId: site.vpc,
        availabilityZone: site.zones[0],
        ownerId: site.account,
        requesterId: '578734482556',
        requesterManaged: true,
        status: 'pending',
        privateIpAddress,
        sourceDestCheck: true,
        groupSet: items({ groupId: site.securityGroup, groupName: 'web' }),
        interfaceType: 'interface',
      },
    },
  });
  tape.rare(next(15, 50), site, caller, 'elasticloadbalancing:RegisterTargets', false, {
    request: targets(site, privateIpAddress, 8080),
  });
  tape.rare(next(40, 120), site, caller, 'elasticloadbalancing:DeregisterTargets', false, {
    request: targets(site, address(), 8080),
  });
  return tape.events;
}

export const scalingStories: readonly Story[] = [
  { name: 'scaling', rhythm: steadily(4), haste: lively / 2, tell: scale },
  { name: 'task replacement', rhythm: steadily(4), haste: lively / 2, tell: replaceTask },
];
