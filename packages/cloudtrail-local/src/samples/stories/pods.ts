import type { ApiName } from '../apis/catalogue.ts';
import { asSession } from '../caller.ts';
import { agents } from '../cast/agents.ts';
import { role } from '../cast/roles.ts';
import { type Site, sites } from '../cast/sites.ts';
import { assumeWithWebIdentity } from '../handover.ts';
import { uuidOf } from '../ids.ts';
import type { Draw } from '../random.ts';
import { lively, steadily, type Story, walk } from '../rhythm.ts';
import { Tape } from '../tape.ts';

interface Pod {
  readonly account: string;
  readonly role: string;
  readonly agent: string;
  readonly calls: readonly ApiName[];
}

const pods: readonly Pod[] = [
  {
    account: 'kube-system:external-dns',
    role: 'eks-external-dns',
    agent: agents.externalDns,
    calls: ['route53:ListHostedZones', 'route53:ListResourceRecordSets'],
  },
  {
    account: 'kube-system:aws-load-balancer-controller',
    role: 'eks-load-balancer-controller',
    agent: agents.loadBalancerController,
    calls: [
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeTags',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
  },
  {
    account: 'kube-system:cluster-autoscaler',
    role: 'eks-cluster-autoscaler',
    agent: agents.clusterAutoscaler,
    calls: ['autoscaling:DescribeAutoScalingGroups', 'eks:DescribeCluster'],
  },
  {
    account: 'shop:pricing',
    role: 'pricing-pod',
    agent: agents.boto,
    calls: ['sqs:GetQueueAttributes', 'secretsmanager:GetSecretValue'],
  },
];

/** A pod trades its service account's token for a role. */
function tell(site: Site, start: number, from: Draw) {
  const tape = new Tape(from);
  const next = walk(start, from);
  const pod = from.pick(pods);
  const issuer = uuidOf(`eks/${site.eks}`).replaceAll('-', '').toUpperCase();
  const ip = `192.0.2.${from.int(40, 48)}`;
  const session = assumeWithWebIdentity(tape, start, {
    role: role(site.account, pod.role),
    name: String(start * 1_000_000 + from.int(0, 999_999)),
    host: `oidc.eks.${site.region}.amazonaws.com/id/${issuer}`,
    subject: `system:serviceaccount:${pod.account}`,
    region: site.region,
    ip,
    agent: pod.agent,
  });
  const caller = asSession(session, { ip, agent: pod.agent });
  for (const name of pod.calls) tape.call(next(0, 240), site, caller, name);
  if (pod.role === 'eks-external-dns' && from.chance(0.15)) {
    tape.call(next(1, 3), site, caller, 'route53:ChangeResourceRecordSets');
  }
  return tape.events;
}

export const podStories: readonly Story[] = sites
  .filter((site) => site.eks !== undefined)
  .map((site) => ({
    name: `pods/${site.eks}`,
    rhythm: steadily(2.1),
    haste: lively,
    tell: (start: number, from: Draw) => tell(site, start, from),
  }));
