import type { ResourceRules } from './resource-rules.ts';

/** IAM, STS, keys, secrets, trails: by event source, then by the type that LookupEvents gives. */
export const identityRules: Readonly<Record<string, ResourceRules>> = {
  'iam.amazonaws.com': {
    'AWS::IAM::User': [
      'request.userName',
      'request.newUserName',
      'response.user.userName',
      'response.user.arn',
      'response.user.userId',
    ],
    'AWS::IAM::Role': [
      'request.roleName',
      'response.role.roleName',
      'response.role.arn',
      'response.role.roleId',
    ],
    'AWS::IAM::Group': [
      'request.groupName',
      'response.group.groupName',
      'response.group.arn',
      'response.group.groupId',
    ],
    'AWS::IAM::Policy': [
      'request.policyArn',
      'request.policyName',
      'response.policy.policyName',
      'response.policy.arn',
      'response.policy.policyId',
    ],
    'AWS::IAM::AccessKey': ['AccessKey request.accessKeyId', 'response.accessKey.accessKeyId'],
    'AWS::IAM::InstanceProfile': [
      'request.instanceProfileName',
      'response.instanceProfile.instanceProfileName',
      'response.instanceProfile.arn',
      'response.instanceProfile.instanceProfileId',
    ],
    'AWS::IAM::MfaDevice': [
      'request.serialNumber',
      'request.virtualMFADeviceName',
      'response.virtualMFADevice.serialNumber',
    ],
    'AWS::IAM::SAMLProvider': ['request.sAMLProviderArn', 'response.sAMLProviderArn'],
    'AWS::IAM::OpenIDConnectProvider': [
      'request.openIDConnectProviderArn',
      'response.openIDConnectProviderArn',
    ],
    'AWS::IAM::ServerCertificate': ['request.serverCertificateName'],
  },
  'sts.amazonaws.com': {
    // The new key: a look-up by it finds who minted a temporary key.
    'AWS::IAM::AccessKey': ['response.credentials.accessKeyId'],
    'AWS::STS::AssumedRole': [
      'request.roleSessionName',
      'response.assumedRoleUser.assumedRoleId',
      'response.assumedRoleUser.arn',
    ],
    'AWS::STS::FederatedUser': [
      'GetFederationToken request.name',
      'response.federatedUser.federatedUserId',
      'response.federatedUser.arn',
    ],
    'AWS::IAM::Role': ['request.roleArn'],
    'AWS::IAM::SAMLProvider': ['request.principalArn'],
  },
  'kms.amazonaws.com': {
    'AWS::KMS::Key': [
      'request.keyId',
      'request.targetKeyId',
      'response.keyMetadata.keyId',
      'response.keyMetadata.arn',
      'response.keyId',
    ],
    'AWS::KMS::Alias': ['request.aliasName'],
  },
  'secretsmanager.amazonaws.com': {
    'AWS::SecretsManager::Secret': [
      'request.secretId',
      'CreateSecret request.name',
      'response.name',
      'response.arn',
      'response.aRN',
    ],
  },
  'ssm.amazonaws.com': {
    'AWS::SSM::Parameter': ['Parameter request.name', 'Parameters request.names'],
    'AWS::SSM::Document': ['Document request.name', 'request.documentName'],
    'AWS::SSM::Session': ['response.sessionId', 'request.sessionId'],
    'AWS::EC2::Instance': ['StartSession request.target', 'SendCommand request.instanceIds'],
  },
  'cloudtrail.amazonaws.com': {
    'AWS::CloudTrail::Trail': [
      'Trail request.name',
      'Logging request.name',
      'request.trailName',
      'response.name',
      'response.trailARN',
    ],
    'AWS::S3::Bucket': ['request.s3BucketName', 'response.s3BucketName'],
    'AWS::SNS::Topic': ['request.snsTopicName', 'response.snsTopicARN'],
  },
  'logs.amazonaws.com': {
    'AWS::Logs::LogGroup': ['request.logGroupName'],
    'AWS::Logs::LogStream': ['request.logStreamName'],
  },
  'monitoring.amazonaws.com': {
    'AWS::CloudWatch::Alarm': ['request.alarmName', 'request.alarmNames'],
  },
  'events.amazonaws.com': {
    'AWS::Events::Rule': ['Rule request.name', 'request.rule', 'response.ruleArn'],
  },
  'config.amazonaws.com': {
    'AWS::Config::ConfigurationRecorder': [
      'request.configurationRecorderName',
      'request.configurationRecorder.name',
    ],
    'AWS::Config::ConfigRule': ['request.configRule.configRuleName', 'request.configRuleName'],
  },
  'guardduty.amazonaws.com': {
    'AWS::GuardDuty::Detector': ['request.detectorId', 'response.detectorId'],
  },
  'cloudformation.amazonaws.com': {
    'AWS::CloudFormation::Stack': ['request.stackName', 'response.stackId'],
  },
};
