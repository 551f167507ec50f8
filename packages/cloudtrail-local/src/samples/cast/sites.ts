import { resourceId, uuidOf } from '../ids.ts';
import type { Draw } from '../random.ts';
import { production, type SampleRegion, security, staging } from './accounts.ts';

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly privateIp: string;
  readonly role: string;
}

/** What stands in one account in one Region. Names only: ids follow from the names. */
interface Plan {
  readonly account: string;
  readonly region: SampleRegion;
  readonly stage: string;
  /** name, type, instance role */
  readonly instances?: readonly (readonly [string, string, string])[];
  readonly functions?: readonly string[];
  readonly services?: readonly string[];
  readonly tables?: readonly string[];
  readonly buckets?: readonly string[];
  readonly databases?: readonly string[];
  readonly secrets?: readonly string[];
  readonly stacks?: readonly string[];
  readonly eks?: string;
}

const plans: readonly Plan[] = [
  {
    account: production,
    region: 'us-east-1',
    stage: 'prod',
    instances: [
      ['bastion-1', 't4g.micro', 'bastion-instance'],
      ['search-1', 'r7g.large', 'search-instance'],
      ['search-2', 'r7g.large', 'search-instance'],
    ],
    functions: ['order-events', 'invoice-render', 'image-resize', 'webhook-relay'],
    services: ['storefront', 'checkout', 'catalog'],
    tables: ['orders', 'carts', 'sessions'],
    buckets: ['larkhill-prod-assets', 'larkhill-prod-exports', 'larkhill-prod-alb-logs'],
    databases: ['larkhill-orders'],
    secrets: ['prod/checkout/payment-provider', 'prod/orders/db', 'prod/mail/smtp'],
    stacks: ['storefront', 'checkout', 'order-pipeline'],
  },
  {
    account: production,
    region: 'us-east-2',
    stage: 'prod',
    instances: [['reports-1', 'm7g.large', 'reports-instance']],
    functions: ['nightly-report'],
    buckets: ['larkhill-prod-warehouse'],
    stacks: ['reporting'],
    secrets: ['prod/reports/warehouse'],
  },
  {
    account: production,
    region: 'eu-west-1',
    stage: 'prod',
    instances: [['bastion-eu-1', 't4g.micro', 'bastion-instance']],
    functions: ['order-events', 'vat-lookup'],
    services: ['storefront', 'checkout'],
    tables: ['orders', 'carts'],
    buckets: ['larkhill-prod-eu-assets', 'larkhill-prod-eu-backups'],
    databases: ['larkhill-orders-eu'],
    secrets: ['prod/checkout/payment-provider', 'prod/orders/db'],
    stacks: ['storefront', 'checkout'],
    eks: 'larkhill-prod-eu',
  },
  {
    account: staging,
    region: 'eu-central-1',
    stage: 'staging',
    instances: [['devbox-1', 'm7g.xlarge', 'devbox-instance']],
    functions: ['order-events', 'invoice-render', 'image-resize', 'webhook-relay', 'vat-lookup'],
    services: ['storefront', 'checkout', 'catalog'],
    tables: ['orders', 'carts', 'sessions'],
    buckets: ['larkhill-staging-assets', 'larkhill-staging-artifacts'],
    databases: ['larkhill-orders-staging'],
    secrets: ['staging/checkout/payment-provider', 'staging/orders/db'],
    stacks: ['storefront', 'checkout', 'order-pipeline'],
    eks: 'larkhill-staging',
  },
  {
    account: staging,
    region: 'us-east-1',
    stage: 'staging',
    functions: ['load-test-driver'],
    buckets: ['larkhill-staging-load-tests'],
    stacks: ['load-test'],
  },
  {
    account: security,
    region: 'eu-west-1',
    stage: 'security',
    functions: ['finding-router', 'log-normaliser'],
    buckets: ['larkhill-org-cloudtrail', 'larkhill-org-config', 'larkhill-tf-state'],
    secrets: ['security/siem/ingest-token'],
    stacks: ['log-archive'],
  },
];

export interface Site {
  readonly account: string;
  readonly region: SampleRegion;
  readonly stage: string;
  readonly instances: readonly Instance[];
  readonly functions: readonly string[];
  /** ECS services of the one cluster. */
  readonly services: readonly string[];
  readonly cluster: string;
  readonly eks: string | undefined;
  readonly tables: readonly string[];
  readonly buckets: readonly string[];
  readonly databases: readonly string[];
  readonly secrets: readonly string[];
  readonly stacks: readonly string[];
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly zones: readonly string[];
  readonly securityGroup: string;
  readonly keyId: string;
  readonly endpoint: string;
}

function build(plan: Plan): Site {
  const { account, region, stage } = plan;
  const label = `${account}/${region}`;
  const subnetCode = uuidOf(label).charCodeAt(0) % 8;
  return {
    account,
    region,
    stage,
    instances: (plan.instances ?? []).map(([name, type, role], i) => ({
      id: resourceId('i', `${label}/${name}`),
      name,
      type,
      privateIp: `10.${20 + subnetCode}.${4 * i + 3}.${30 + 17 * i}`,
      role,
    })),
    functions: plan.functions ?? [],
    services: plan.services ?? [],
    cluster: `larkhill-${stage}`,
    eks: plan.eks,
    tables: plan.tables ?? [],
    buckets: plan.buckets ?? [],
    databases: plan.databases ?? [],
    secrets: plan.secrets ?? [],
    stacks: plan.stacks ?? [],
    vpc: resourceId('vpc', label),
    subnets: ['a', 'b', 'c'].map((zone) => resourceId('subnet', `${label}/${zone}`)),
    zones: ['a', 'b', 'c'].map((zone) => `${region}${zone}`),
    securityGroup: resourceId('sg', `${label}/web`),
    keyId: uuidOf(`key/${label}`),
    endpoint: resourceId('vpce', `${label}/interface`),
  };
}

const built = new Map<string, Site>(
  plans.map((plan) => [`${plan.account}/${plan.region}`, build(plan)]),
);
export const sites: readonly Site[] = [...built.values()];

/** The same site with one thing of each kind, for work that is about one thing throughout. */
export function focus(site: Site, from: Draw): Site {
  const one = <T>(list: readonly T[]): readonly T[] => (list.length > 0 ? [from.pick(list)] : []);
  return {
    ...site,
    instances: one(site.instances),
    functions: one(site.functions),
    services: one(site.services),
    tables: one(site.tables),
    buckets: one(site.buckets),
    databases: one(site.databases),
    secrets: one(site.secrets),
    stacks: one(site.stacks),
  };
}

/** An address inside a VPC by name; us-east-1 kept the old domain. */
export const privateName = (region: string, address: string): string =>
  `ip-${address.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2' : `${region}.compute`}.internal`;

/** The site, or the bare account with nothing but its default network there. */
export function siteAt(account: string, region: SampleRegion): Site {
  const key = `${account}/${region}`;
  const site = built.get(key) ?? build({ account, region, stage: 'default' });
  built.set(key, site);
  return site;
}
