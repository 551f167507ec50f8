const names = new Map<string, string>(
  Object.entries({
    'access-analyzer': 'IAM Access Analyzer',
    acm: 'Certificate Manager',
    autoscaling: 'Auto Scaling',
    backup: 'AWS Backup',
    cloudformation: 'CloudFormation',
    cloudtrail: 'CloudTrail',
    config: 'AWS Config',
    controltower: 'Control Tower',
    dynamodb: 'DynamoDB',
    ecr: 'ECR',
    eks: 'EKS',
    elasticache: 'ElastiCache',
    elasticfilesystem: 'EFS',
    elasticloadbalancing: 'Elastic Load Balancing',
    events: 'EventBridge',
    guardduty: 'GuardDuty',
    kms: 'KMS',
    lambda: 'Lambda',
    organizations: 'Organizations',
    secretsmanager: 'Secrets Manager',
    securityhub: 'Security Hub',
    servicecatalog: 'Service Catalog',
    signin: 'AWS Sign-In',
    sso: 'IAM Identity Center',
    ssm: 'Systems Manager',
  }),
);

/** How people call the service behind an event source: `secretsmanager.amazonaws.com` is Secrets Manager. */
export function serviceName(source: string): string {
  const [, endpoint] = /^([a-z\d.-]+)\.amazonaws\.com$/.exec(source) ?? [];
  if (endpoint === undefined) return source;
  const known = names.get(endpoint);
  if (known !== undefined) return known;
  // Most unknown short ones are abbreviations: ec2, rds, ecs.
  if (endpoint.length <= 3) return endpoint.toUpperCase();
  const words = endpoint.replaceAll(/[.-]+/g, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
