/** How a service's records differ from those of the others. */
export interface Service {
  readonly host: (region: string) => string;
  readonly version: string;
  readonly apiVersion?: string;
  /** Recorded in us-east-1 wherever the caller is. */
  readonly global?: true;
  /** The IAM action prefix and the AWS CLI's command, where they are not the event source's name. */
  readonly action?: string;
  readonly command?: string;
  readonly denied?: string;
  /** Refuses with a code and no message, and still writes down what was asked for. */
  readonly silent?: true;
}

const regional =
  (name: string) =>
  (region: string): string =>
    `${name}.${region}.amazonaws.com`;

const service = (name: string, version: string, more: Partial<Service> = {}): Service => ({
  host: regional(name),
  version,
  ...more,
});

export const services = {
  'access-analyzer': service('access-analyzer', '1.11', { command: 'accessanalyzer' }),
  acm: service('acm', '1.10'),
  athena: service('athena', '1.11'),
  autoscaling: service('autoscaling', '1.11'),
  backup: service('backup', '1.11'),
  ce: service('ce', '1.11', {
    host: () => 'ce.us-east-1.amazonaws.com',
    global: true,
  }),
  cloudformation: service('cloudformation', '1.11'),
  cloudfront: service('cloudfront', '1.11', {
    host: () => 'cloudfront.amazonaws.com',
    apiVersion: '2020_05_31',
    global: true,
  }),
  cloudtrail: service('cloudtrail', '1.11'),
  config: service('config', '1.11', { command: 'configservice' }),
  dynamodb: service('dynamodb', '1.11', { apiVersion: '2012-08-10' }),
  ec2: service('ec2', '1.11', {}),
  ecr: service('api.ecr', '1.11'),
  ecs: service('ecs', '1.11'),
  eks: service('eks', '1.11', { silent: true }),
  elasticloadbalancing: service('elasticloadbalancing', '1.11', {
    apiVersion: '2015-12-01',
    command: 'elbv2',
  }),
  events: service('events', '1.11'),
  glue: service('glue', '1.08', { denied: 'AccessDeniedException' }),
  guardduty: service('guardduty', '1.11', { silent: true }),
  health: service('health', '1.11', { host: () => 'health.us-east-1.amazonaws.com', global: true }),
  iam: service('iam', '1.11', { host: () => 'iam.amazonaws.com', global: true }),
  inspector2: service('inspector2', '1.11'),
  kms: service('kms', '1.11'),
  lambda: service('lambda', '1.11'),
  logs: service('logs', '1.11', { apiVersion: '20140328' }),
  monitoring: service('monitoring', '1.11', { action: 'cloudwatch', command: 'cloudwatch' }),
  organizations: service('organizations', '1.11', {
    host: () => 'organizations.us-east-1.amazonaws.com',
    global: true,
  }),
  rds: service('rds', '1.11'),
  route53: service('route53', '1.11', {
    host: () => 'route53.amazonaws.com',
    apiVersion: '2013-04-01',
    global: true,
  }),
  s3: service('s3', '1.11', { command: 's3api' }),
  secretsmanager: service('secretsmanager', '1.11'),
  securityhub: service('securityhub', '1.08', { denied: 'AccessDeniedException' }),
  ses: service('email', '1.11'),
  sns: service('sns', '1.09', { action: 'SNS' }),
  sqs: service('sqs', '1.09'),
  ssm: service('ssm', '1.11'),
  sts: service('sts', '1.08'),
  tagging: service('tagging', '1.08', { action: 'tag', command: 'resourcegroupstaggingapi' }),
} as const satisfies Record<string, Service>;

export type ServiceName = keyof typeof services;
