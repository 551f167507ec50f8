import type { FieldName } from '@trailglass/record';

/** What each field says, in a few words; a new field of the catalogue needs its own. */
export const fieldWords: Readonly<Record<FieldName, string>> = {
  eventName: 'the API action, such as RunInstances',
  eventTime: 'when the call was made, in UTC',
  username: 'IAM user, session name or service that called',
  eventSource: 'the service that was called, such as ec2.amazonaws.com',
  resourceType: 'kind of a resource it touched, such as AWS::S3::Bucket',
  resourceName: 'name, id or ARN of a resource it touched',
  accessKeyId: 'the access key that signed the call',
  awsRegion: 'the Region the call went to',
  account: 'the account the event was read from',
  errorCode: 'why it failed, such as AccessDenied',
  errorMessage: 'the error in the service’s own words',
  readOnly: 'false for calls that change something',
  sourceIPAddress: 'address or service it came from; takes networks',
  userAgent: 'the tool that called: console, CLI, SDK',
  requestID: 'the service’s id for the call',
  eventId: 'CloudTrail’s id of the event',
  eventType: 'API call, console sign-in or service event',
  eventCategory: 'Management, Data, Insight or NetworkActivity',
  identityType: 'IAMUser, AssumedRole, Root, AWSService …',
  role: 'the role behind an assumed-role session',
  principalArn: 'ARN of the user or session that called',
  principalId: 'unique id of the caller',
  mfa: 'whether the session was signed in with MFA',
  invokedBy: 'the service that called on the caller’s behalf',
  sourceIdentity: 'who first assumed the role, where that is set',
  resourceArn: 'ARN of a resource it touched',
  recipientAccountId: 'the account that received the event',
  managementEvent: 'whether it is a management event',
  fromConsole: 'whether it was made with a console session',
  sharedEventID: 'the same id in every account that got the event',
  vpcEndpointId: 'the VPC endpoint it went through',
  tlsVersion: 'the TLS version of the call',
  eventVersion: 'version of the record’s format',
};

/** The record's own members that hold more: what stands below them is a path. */
export const pathStarts: readonly (readonly [name: string, words: string])[] = [
  ['requestParameters.', 'what was asked: requestParameters.bucketName'],
  ['responseElements.', 'what AWS answered: responseElements.instancesSet.items.instanceId'],
  ['userIdentity.', 'the caller: userIdentity.sessionContext.sessionIssuer.arn'],
  ['additionalEventData.', 'what else the service says: additionalEventData.MFAUsed'],
  ['serviceEventDetails.', 'details of an event that a service made itself'],
  ['tlsDetails.', 'the connection: tlsDetails.cipherSuite'],
  ['resources.', 'the resources as the record has them: resources.accountId'],
];
