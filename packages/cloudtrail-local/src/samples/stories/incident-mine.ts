import type { JsonObject } from '@trailglass/record';
import { asSession, type Caller } from '../caller.ts';
import { production } from '../cast/accounts.ts';
import { role } from '../cast/roles.ts';
import { siteAt } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import { arn } from '../ids.ts';
import type { Tape } from '../tape.ts';
import { miningRegion } from './incident-cast.ts';

const site = siteAt(production, miningRegion);
const keyName = 'ubuntu-au';
const group = 'sg-07c41e09b5d2fa863';
const image = 'ami-0f3c9c466bb525749';
const typed = (instanceType: string, count: number, dryRun = false): JsonObject => ({
  instancesSet: { items: [{ imageId: image, minCount: count, maxCount: count, keyName }] },
  groupSet: { items: [{ groupId: group }] },
  instanceType,
  blockDeviceMapping: {},
  monitoring: { enabled: false },
  disableApiTermination: true,
  disableApiStop: false,
  ...(dryRun && { dryRun: true }),
});

/** The new user takes on the batch role and looks for the largest machines that the account's limits allow. */
export function mine(tape: Tape, at: (clock: string) => number, user: Caller): readonly string[] {
  tape.call(at('02:33:20'), site, user, 'sts:GetCallerIdentity');
  const session = assumeRole(tape, at('02:34:02'), user, {
    role: role(production, 'batch-compute-admin'),
    name: 'botocore-session-2',
    region: miningRegion,
  });
  const caller = asSession(session, { ip: user.ip, agent: user.agent });
  tape.call(at('02:34:20'), site, caller, 'ec2:DescribeRegions');
  tape.rare(at('02:34:31'), site, caller, 'ec2:DescribeInstanceTypeOfferings', true, {
    request: {
      DescribeInstanceTypeOfferingsRequest: { LocationType: 'availability-zone', MaxResults: 1000 },
    },
  });
  const run = 'ec2:RunInstances' as const;
  tape.rare(at('02:35:10'), site, caller, run, false, {
    request: typed('g5.48xlarge', 4, true),
    failure: {
      code: 'Client.DryRunOperation',
      message: 'Request would have succeeded, but DryRun flag is set.',
    },
  });
  tape.rare(at('02:35:29'), site, caller, 'ec2:CreateKeyPair', false, {
    request: { keyName, keyType: 'rsa', keyFormat: 'pem' },
    answer: {
      requestId: tape.from.uuid(),
      keyName,
      keyFingerprint: (tape.from.hex(40).match(/../g) ?? []).join(':'),
      keyPairId: `key-0${tape.from.hex(16)}`,
      keyMaterial: '<sensitiveDataRemoved>',
    },
  });
  tape.rare(at('02:35:47'), site, caller, 'ec2:CreateSecurityGroup', false, {
    request: { groupName: 'au-ssh', groupDescription: 'ssh', vpcId: site.vpc },
    answer: {
      requestId: tape.from.uuid(),
      _return: true,
      groupId: group,
      securityGroupArn: arn('ec2', miningRegion, production, `security-group/${group}`),
    },
  });
  tape.call(at('02:35:52'), site, caller, 'ec2:AuthorizeSecurityGroupIngress', {
    request: {
      groupId: group,
      ipPermissions: {
        items: [
          {
            ipProtocol: 'tcp',
            fromPort: 22,
            toPort: 22,
            groups: {},
            ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] },
            ipv6Ranges: {},
            prefixListIds: {},
          },
        ],
      },
    },
    smooth: true,
  });
  for (const [clock, type] of [
    ['02:36:15', 'p4d.24xlarge'],
    ['02:36:33', 'p5.48xlarge'],
  ] as const) {
    tape.rare(at(clock), site, caller, run, false, {
      request: typed(type, 2),
      failure: {
        code: 'Client.VcpuLimitExceeded',
        message:
          'You have requested more vCPU capacity than your current vCPU limit of 0 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
      },
    });
  }
  return [launch(tape, at('02:37:08'), caller), launch(tape, at('02:37:24'), caller)].flat();
}

function launch(tape: Tape, time: number, caller: Caller): string[] {
  const ids = [`i-0${tape.from.hex(16)}`, `i-0${tape.from.hex(16)}`];
  tape.rare(time, site, caller, 'ec2:RunInstances', false, {
    request: typed('g5.48xlarge', 2),
    answer: {
      requestId: tape.from.uuid(),
      reservationId: `r-0${tape.from.hex(16)}`,
      ownerId: production,
      groupSet: {},
      instancesSet: {
        items: ids.map((instanceId, amiLaunchIndex) => ({
          instanceId,
          imageId: image,
          currentState: { code: 0, name: 'pending' },
          instanceState: { code: 0, name: 'pending' },
          privateDnsName: `ip-172-31-9-${20 + amiLaunchIndex}.${miningRegion}.compute.internal`,
          keyName,
          amiLaunchIndex,
          instanceType: 'g5.48xlarge',
          launchTime: time,
          placement: { availabilityZone: `${miningRegion}b`, tenancy: 'default' },
          monitoring: { state: 'disabled' },
          subnetId: site.subnets[1],
          vpcId: site.vpc,
          privateIpAddress: `172.31.9.${20 + amiLaunchIndex}`,
          groupSet: { items: [{ groupId: group, groupName: 'au-ssh' }] },
        })),
      },
    },
  });
  return ids;
}
