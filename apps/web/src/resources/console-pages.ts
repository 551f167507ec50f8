/** The AWS console page of a type of resource: how its identifier is written, and where the page is. */
export interface ConsolePage {
  /** The identifier itself, whole. */
  readonly id: RegExp;
  /** Of its ARN: the service, and what stands before the identifier. Absent where the ARN is not used. */
  readonly arn?: { readonly service: string; readonly before: RegExp; readonly after?: RegExp };
  /** IAM is one for all Regions. */
  readonly global?: true;
  /** Behind the console's host; `id` is encoded already. */
  readonly path: (id: string, region: string) => string;
}

const ec2 = (prefix: string, resource: string, fragment: string, service = 'ec2'): ConsolePage => ({
  id: new RegExp(`${prefix}-[0-9a-f]{8,17}`),
  arn: { service: 'ec2', before: new RegExp(`${resource}/`) },
  path: (id, region) => `${service}/home?region=${region}#${fragment}=${id}`,
});
const iam = (resource: string, page: string): ConsolePage => ({
  id: /[\w+=,.@-]{1,128}/,
  arn: { service: 'iam', before: new RegExp(`${resource}/(?:[\\w+=,.@-]+/)*`) },
  global: true,
  path: (id) => `iam/home#/${page}/details/${id}`,
});
const database = (resource: string, isCluster: boolean): ConsolePage => ({
  id: /[A-Za-z][A-Za-z0-9-]{0,62}/,
  arn: { service: 'rds', before: new RegExp(`${resource}:`) },
  path: (id, region) => `rds/home?region=${region}#database:id=${id};is-cluster=${isCluster}`,
});

/** Fixed, one by one: a type that is not here has no link. */
export const consolePages: ReadonlyMap<string, ConsolePage> = new Map([
  ['AWS::EC2::Instance', ec2('i', 'instance', 'InstanceDetails:instanceId')],
  ['AWS::EC2::SecurityGroup', ec2('sg', 'security-group', 'SecurityGroup:groupId')],
  ['AWS::EC2::Volume', ec2('vol', 'volume', 'VolumeDetails:volumeId')],
  ['AWS::EC2::Snapshot', ec2('snap', 'snapshot', 'SnapshotDetails:snapshotId')],
  ['AWS::EC2::Ami', ec2('ami', 'image', 'ImageDetails:imageId')],
  [
    'AWS::EC2::NetworkInterface',
    ec2('eni', 'network-interface', 'NetworkInterface:networkInterfaceId'),
  ],
  ['AWS::EC2::VPC', ec2('vpc', 'vpc', 'VpcDetails:VpcId', 'vpc')],
  ['AWS::EC2::Subnet', ec2('subnet', 'subnet', 'SubnetDetails:subnetId', 'vpc')],
  [
    'AWS::EC2::InternetGateway',
    ec2('igw', 'internet-gateway', 'InternetGateway:internetGatewayId', 'vpc'),
  ],
  ['AWS::IAM::Role', iam('role', 'roles')],
  ['AWS::IAM::User', iam('user', 'users')],
  ['AWS::IAM::Group', iam('group', 'groups')],
  [
    'AWS::S3::Bucket',
    {
      id: /[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]/,
      arn: { service: 's3', before: /(?:)/ },
      path: (id, region) => `s3/buckets/${id}?region=${region}`,
    },
  ],
  [
    'AWS::Lambda::Function',
    {
      id: /[A-Za-z0-9_-]{1,64}/,
      arn: { service: 'lambda', before: /function:/, after: /(?::[A-Za-z0-9_$-]{1,128})?/ },
      path: (id, region) => `lambda/home?region=${region}#/functions/${id}`,
    },
  ],
  [
    'AWS::DynamoDB::Table',
    {
      id: /[A-Za-z0-9_.-]{3,255}/,
      arn: { service: 'dynamodb', before: /table\// },
      path: (id, region) => `dynamodbv2/home?region=${region}#table?name=${id}`,
    },
  ],
  [
    'AWS::KMS::Key',
    {
      id: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}/,
      arn: { service: 'kms', before: /key\// },
      path: (id, region) => `kms/home?region=${region}#/kms/keys/${id}`,
    },
  ],
  [
    'AWS::SecretsManager::Secret',
    {
      id: /[A-Za-z0-9/_+=.@-]{1,512}/,
      // An ARN ends with six characters that are not the name's.
      arn: { service: 'secretsmanager', before: /secret:/, after: /-[A-Za-z0-9]{6}/ },
      path: (id, region) => `secretsmanager/secret?name=${id}&region=${region}`,
    },
  ],
  ['AWS::RDS::DBInstance', database('db', false)],
  ['AWS::RDS::DBCluster', database('cluster', true)],
  [
    'AWS::Logs::LogGroup',
    {
      id: /[A-Za-z0-9_/.#-]{1,512}/,
      arn: { service: 'logs', before: /log-group:/, after: /(?::\*)?/ },
      // The console escapes once more, with $ for %.
      path: (id, region) =>
        `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encodeURIComponent(id).replaceAll('%', '$')}`,
    },
  ],
  [
    'AWS::CloudFormation::Stack',
    {
      id: /[A-Za-z][A-Za-z0-9-]{0,127}/,
      arn: { service: 'cloudformation', before: /stack\//, after: /\/[0-9a-f-]{36}/ },
      path: (id, region) => `cloudformation/home?region=${region}#/stacks?filteringText=${id}`,
    },
  ],
  [
    'AWS::ECS::Cluster',
    {
      id: /[A-Za-z0-9_-]{1,255}/,
      arn: { service: 'ecs', before: /cluster\// },
      path: (id, region) => `ecs/v2/clusters/${id}/services?region=${region}`,
    },
  ],
  [
    'AWS::EKS::Cluster',
    {
      id: /[A-Za-z0-9][A-Za-z0-9_-]{0,99}/,
      arn: { service: 'eks', before: /cluster\// },
      path: (id, region) => `eks/clusters/${id}?region=${region}`,
    },
  ],
]);
