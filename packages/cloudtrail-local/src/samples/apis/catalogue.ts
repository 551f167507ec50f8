import { ce, iam, kms, organizations, secretsmanager, sts } from './access.ts';
import type { Api } from './api.ts';
import { ecs, lambda } from './compute.ts';
import { cloudformation, ecr } from './delivery.ts';
import { ec2 } from './ec2.ts';
import { cloudfront, route53 } from './edge.ts';
import { cloudtrail, config, guardduty, logs, monitoring, ssm } from './operations.ts';
import type { ServiceName } from './services.ts';
import { backup, dynamodb, rds, s3 } from './storage.ts';
import {
  accessAnalyzer,
  acm,
  athena,
  autoscaling,
  eks,
  elasticloadbalancing,
  events,
  glue,
  health,
  inspector2,
  securityhub,
  sns,
  sqs,
  tagging,
} from './watching.ts';

const byService = {
  'access-analyzer': accessAnalyzer,
  acm,
  athena,
  autoscaling,
  backup,
  ce,
  cloudformation,
  cloudfront,
  cloudtrail,
  config,
  dynamodb,
  ec2,
  ecr,
  ecs,
  eks,
  elasticloadbalancing,
  events,
  glue,
  guardduty,
  health,
  iam,
  inspector2,
  kms,
  lambda,
  logs,
  monitoring,
  organizations,
  rds,
  route53,
  s3,
  secretsmanager,
  securityhub,
  sns,
  sqs,
  ssm,
  sts,
  tagging,
} as const satisfies Partial<Record<ServiceName, Readonly<Record<string, Api>>>>;

type ByService = typeof byService;
/** `ec2:DescribeInstances`: a service and an API of it that the catalogue knows. */
export type ApiName = {
  [S in keyof ByService]: `${S}:${Extract<keyof ByService[S], string>}`;
}[keyof ByService];

export function split(name: string): readonly [service: ServiceName, api: string] {
  const cut = name.indexOf(':');
  return [name.slice(0, cut) as ServiceName, name.slice(cut + 1)];
}

export function apiNamed(name: ApiName): Api {
  const [service, api] = split(name);
  const known: Readonly<Record<string, Readonly<Record<string, Api>>>> = byService;
  const found = known[service]?.[api];
  if (!found) throw new RangeError(`No API ${name} in the catalogue.`);
  return found;
}
