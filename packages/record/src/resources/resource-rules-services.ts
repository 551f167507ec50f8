import type { ResourceRules } from './resource-rules.ts';

const launched = 'response.instancesSet.items';
const network = `${launched}.networkInterfaceSet.items`;

/** Computing, networks, storage, data and messages: by event source, then by the type that LookupEvents gives. */
export const serviceRules: Readonly<Record<string, ResourceRules>> = {
  'ec2.amazonaws.com': {
    'AWS::EC2::VPC': [
      'request.vpcId',
      'response.vpc.vpcId',
      `${launched}.vpcId`,
      `${network}.vpcId`,
      'response.subnet.vpcId',
    ],
    'AWS::EC2::Ami': [
      'request.imageId',
      'request.instancesSet.items.imageId',
      'response.imageId',
      `${launched}.imageId`,
    ],
    'AWS::EC2::NetworkInterface': [
      'request.networkInterfaceId',
      'response.networkInterface.networkInterfaceId',
      `${network}.networkInterfaceId`,
    ],
    'AWS::EC2::Instance': [
      'request.instanceId',
      'request.instancesSet.items.instanceId',
      'response.instanceId',
      `${launched}.instanceId`,
    ],
    'AWS::EC2::SecurityGroup': [
      'request.groupId',
      'SecurityGroup request.groupName',
      'response.groupId',
      'request.groupSet.items.groupId',
      'request.networkInterfaceSet.items.groupSet.items.groupId',
      `${launched}.groupSet.items.groupName`,
      `${launched}.groupSet.items.groupId`,
      `${network}.groupSet.items.groupName`,
      `${network}.groupSet.items.groupId`,
    ],
    'AWS::EC2::Subnet': [
      'request.subnetId',
      'request.networkInterfaceSet.items.subnetId',
      'response.subnet.subnetId',
      `${launched}.subnetId`,
      `${network}.subnetId`,
    ],
    'AWS::IAM::InstanceProfile': [
      'request.iamInstanceProfile.arn',
      'request.iamInstanceProfile.name',
      `${launched}.iamInstanceProfile.arn`,
      `${launched}.iamInstanceProfile.id`,
    ],
    'AWS::EC2::Volume': ['request.volumeId', 'response.volumeId'],
    'AWS::EC2::Snapshot': ['request.snapshotId', 'response.snapshotId'],
    'AWS::EC2::KeyPair': ['KeyPair request.keyName', 'KeyPair response.keyPairId'],
    'AWS::EC2::InternetGateway': [
      'request.internetGatewayId',
      'response.internetGateway.internetGatewayId',
    ],
    'AWS::EC2::NatGateway': ['request.natGatewayId', 'response.natGateway.natGatewayId'],
    'AWS::EC2::RouteTable': ['request.routeTableId', 'response.routeTable.routeTableId'],
    'AWS::EC2::NetworkAcl': ['request.networkAclId', 'response.networkAcl.networkAclId'],
    'AWS::EC2::EIP': ['request.publicIp', 'request.allocationId', 'response.allocationId'],
    'AWS::EC2::LaunchTemplate': [
      'request.LaunchTemplateId',
      'response.CreateLaunchTemplateResponse.launchTemplate.launchTemplateId',
    ],
  },
  's3.amazonaws.com': { 'AWS::S3::Bucket': ['request.bucketName'] },
  'lambda.amazonaws.com': {
    'AWS::Lambda::Function': [
      'request.functionName',
      'response.functionName',
      'response.functionArn',
    ],
    'AWS::IAM::Role': ['request.role'],
  },
  'rds.amazonaws.com': {
    'AWS::RDS::DBInstance': [
      'request.dBInstanceIdentifier',
      'response.dBInstanceIdentifier',
      'response.dBInstanceArn',
    ],
    'AWS::RDS::DBCluster': [
      'request.dBClusterIdentifier',
      'response.dBClusterIdentifier',
      'response.dBClusterArn',
    ],
    'AWS::RDS::DBSnapshot': [
      'request.dBSnapshotIdentifier',
      'request.sourceDBSnapshotIdentifier',
      'request.targetDBSnapshotIdentifier',
      'response.dBSnapshotIdentifier',
      'response.dBSnapshotArn',
    ],
    'AWS::RDS::DBClusterSnapshot': [
      'request.dBClusterSnapshotIdentifier',
      'response.dBClusterSnapshotIdentifier',
      'response.dBClusterSnapshotArn',
    ],
    'AWS::RDS::DBSubnetGroup': ['request.dBSubnetGroupName'],
    'AWS::RDS::DBSecurityGroup': ['request.dBSecurityGroupName'],
    'AWS::EC2::SecurityGroup': ['request.vpcSecurityGroupIds'],
  },
  'dynamodb.amazonaws.com': {
    'AWS::DynamoDB::Table': [
      'request.tableName',
      'response.tableDescription.tableName',
      'response.tableDescription.tableArn',
    ],
  },
  'sns.amazonaws.com': {
    'AWS::SNS::Topic': ['request.topicArn', 'CreateTopic request.name', 'response.topicArn'],
    'AWS::SNS::Subscription': ['request.subscriptionArn', 'response.subscriptionArn'],
  },
  'sqs.amazonaws.com': {
    'AWS::SQS::Queue': ['request.queueName', 'request.queueUrl', 'response.queueUrl'],
  },
  'autoscaling.amazonaws.com': {
    'AWS::AutoScaling::AutoScalingGroup': ['request.autoScalingGroupName'],
    'AWS::AutoScaling::LaunchConfiguration': ['request.launchConfigurationName'],
    'AWS::EC2::Instance': ['request.instanceId', 'request.instanceIds'],
  },
  'elasticloadbalancing.amazonaws.com': {
    'AWS::ElasticLoadBalancing::LoadBalancer': ['request.loadBalancerName'],
    'AWS::ElasticLoadBalancingV2::LoadBalancer': [
      'LoadBalancer request.name',
      'request.loadBalancerArn',
      'response.loadBalancers.loadBalancerArn',
    ],
    'AWS::ElasticLoadBalancingV2::TargetGroup': [
      'TargetGroup request.name',
      'request.targetGroupArn',
      'response.targetGroups.targetGroupArn',
    ],
    'AWS::ElasticLoadBalancingV2::Listener': [
      'request.listenerArn',
      'response.listeners.listenerArn',
    ],
    'AWS::EC2::SecurityGroup': ['request.securityGroups'],
    'AWS::EC2::Subnet': ['request.subnets'],
  },
  'ecr.amazonaws.com': {
    'AWS::ECR::Repository': ['request.repositoryName', 'response.repository.repositoryArn'],
  },
  'eks.amazonaws.com': {
    'AWS::EKS::Cluster': ['request.clusterName', 'Cluster request.name', 'response.cluster.arn'],
  },
  'ecs.amazonaws.com': {
    'AWS::ECS::Cluster': ['request.cluster', 'request.clusterName', 'response.cluster.clusterArn'],
    'AWS::ECS::Service': ['request.service', 'request.serviceName', 'response.service.serviceArn'],
    'AWS::ECS::TaskDefinition': ['request.taskDefinition'],
  },
};
