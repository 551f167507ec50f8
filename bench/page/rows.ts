import type { EventRow } from '@trailglass/api';

export const account = '111122223333';
export const region = 'us-east-1';

/** The events that are opened: `big-<bytes>-<n>`, first in the list, so that each can be clicked without scrolling. */
export const sizes = { small: 1_000, quarter: 256 * 1024, large: 5 * 1024 * 1024 } as const;
export const repeats = 5;
const opened = Object.values(sizes).flatMap((bytes) =>
  Array.from({ length: repeats }, (_, index) => `big-${bytes}-${index}`),
);
export const bytesOf = (eventId: string): number => Number(/^big-(\d+)-/.exec(eventId)?.[1] ?? 0);

const names = ['RunInstances', 'PutObject', 'AssumeRole', 'CreateLogStream', 'DeleteSecurityGroup'];
const sources = ['ec2', 's3', 'sts', 'logs', 'ec2'];

/** The event at this place of the list, newest first, with as many fields as events have. */
export function rowAt(index: number, newest: number): EventRow {
  const kind = (index * 7) % names.length;
  const user = `user-${(index * 31) % 400}`;
  const hex = (index * 2_654_435_761).toString(16).padStart(12, '0');
  return {
    account,
    region,
    eventId: opened[index] ?? `00000000-0000-4000-8000-${hex.slice(-12)}`,
    eventTime: new Date(newest - index * 60_000).toISOString().replace('.000Z', 'Z'),
    eventName: opened[index] === undefined ? names[kind] : 'GroupResources',
    eventSource: `${sources[kind]}.amazonaws.com`,
    username: user,
    resourceType: ['AWS::EC2::Instance', 'AWS::EC2::SecurityGroup'],
    resourceName: [`i-0${hex}`, `sg-0${hex}`],
    accessKeyId: `ASIA${hex.toUpperCase().padEnd(16, 'X')}`,
    awsRegion: region,
    readOnly: index % 3 === 0,
    sourceIPAddress: `203.0.113.${index % 250}`,
    userAgent: 'aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13.7',
    ...(index % 25 === 0 ? { errorCode: 'AccessDenied', errorMessage: `${user} may not` } : {}),
    requestID: `10000000-0000-4000-8000-${hex.slice(-12)}`,
    eventType: 'AwsApiCall',
    eventCategory: 'Management',
    identityType: 'AssumedRole',
    role: `role-${index % 40}`,
    principalArn: `arn:aws:sts::${account}:assumed-role/role-${index % 40}/${user}`,
    principalId: `AROAEXAMPLEEXAMPLEEX:${user}`,
    mfa: false,
    recipientAccountId: account,
    managementEvent: true,
    tlsVersion: 'TLSv1.3',
    eventVersion: '1.11',
  };
}
