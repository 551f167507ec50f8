import { asService, asSession, type Caller } from '../caller.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { type Instance, privateName, type Site, sites } from '../cast/sites.ts';
import { assumeRole } from '../handover.ts';
import type { Draw } from '../random.ts';
import { every, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

const publicAddress = (instance: Instance): string =>
  `192.0.2.${150 + (instance.id.charCodeAt(6) % 60)}`;

function heartbeat(tape: Tape, time: number, site: Site, caller: Caller, instance: Instance): void {
  tape.rare(time, site, caller, 'ssm:UpdateInstanceInformation', false, {
    request: {
      instanceId: instance.id,
      agentVersion: '3.3.2746.0',
      agentStatus: 'Active',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
      iPAddress: instance.privateIp,
      computerName: privateName(site.region, instance.privateIp),
      agentName: 'amazon-ssm-agent',
      availabilityZone: site.zones[0],
    },
  });
}

/** Six hours of an instance: it gets its role's credentials, then its agents report now and then. */
function shift(site: Site, instance: Instance, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const session = assumeRole(tape, start, asService('ec2.amazonaws.com', site.account), {
    role: role(site.account, instance.role),
    name: instance.id,
    region: site.region,
    seconds: 21_600,
    ec2RoleDelivery: instance.name.startsWith('devbox') ? '1.0' : '2.0',
  });
  const inside = from.chance(0.6);
  const caller = asSession(session, {
    ip: inside ? instance.privateIp : publicAddress(instance),
    agent: agents.ssmAgent,
    ...(inside && { endpoint: { id: site.endpoint, account: site.account } }),
  });
  const collector = { ...caller, agent: agents.cloudwatchAgent };
  for (let report = 0; report < 3; report++) {
    const time = next(900, 4800);
    if (from.chance(0.75)) heartbeat(tape, time, site, caller, instance);
    else if (from.chance(0.5))
      tape.call(time, site, caller, 'ssm:ListInstanceAssociations', {
        request: { instanceId: instance.id, maxResults: 20 },
      });
    else
      tape.call(time, site, collector, 'ec2:DescribeTags', {
        request: {
          filterSet: {
            items: [
              { name: 'resource-type', valueSet: { items: [{ value: 'instance' }] } },
              { name: 'resource-id', valueSet: { items: [{ value: instance.id }] } },
            ],
          },
        },
      });
  }
  return tape.events;
}

export const machineStories: readonly Story[] = sites.flatMap((site) =>
  site.instances.map((instance, i) => ({
    name: `instance/${instance.id}`,
    rhythm: every(12, 5 * i + site.region.length),
    haste: 1,
    tell: (start: number, from: Draw) => shift(site, instance, start, from),
  })),
);
