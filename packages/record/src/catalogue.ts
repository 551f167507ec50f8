import type { TrailEvent } from './event.ts';
import type { Field } from './field.ts';
import { roleName } from './identity.ts';
import { all, at, flag, text } from './json.ts';
import { printTime } from './time.ts';

const field = <const Name extends string>(row: Field<Name>): Field<Name> => row;
const path =
  (...keys: string[]) =>
  (event: TrailEvent): string | undefined => {
    const value = at(event.record, keys);
    return typeof value === 'number' ? String(value) : text(value);
  };
const flagAt =
  (...keys: string[]) =>
  (event: TrailEvent): boolean | undefined =>
    flag(at(event.record, keys));
const texts = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((v) => v !== undefined)),
];

// A field that AWS can look up reads LookupEvents' own member first, as that is what the attribute matches: so pushing
// a condition down to AWS never changes what it means. A bare record gets these members when it is read (read-record.ts).
const fields = [
  field({
    name: 'eventName',
    alias: ['name', 'event'],
    label: 'Event name',
    type: 'text',
    attribute: 'EventName',
    shown: true,
    read: (e) => e.envelope.eventName ?? path('eventName')(e),
  }),
  field({
    name: 'eventTime',
    alias: ['time'],
    label: 'Event time',
    type: 'time',
    shown: true,
    read: (e) => printTime(e.time),
  }),
  field({
    name: 'username',
    alias: ['user', 'userName'],
    label: 'User name',
    type: 'text',
    attribute: 'Username',
    shown: true,
    read: (e) => e.envelope.username,
  }),
  field({
    name: 'eventSource',
    alias: ['source', 'service'],
    label: 'Event source',
    type: 'text',
    attribute: 'EventSource',
    shown: true,
    read: (e) => e.envelope.eventSource ?? path('eventSource')(e),
  }),
  field({
    name: 'resourceType',
    alias: ['rtype'],
    label: 'Resource type',
    type: 'texts',
    attribute: 'ResourceType',
    shown: true,
    read: (e) => texts(e.envelope.resources.map((r) => r.type)),
  }),
  field({
    name: 'resourceName',
    alias: ['resource'],
    label: 'Resource name',
    type: 'texts',
    attribute: 'ResourceName',
    shown: true,
    mono: true,
    read: (e) => texts(e.envelope.resources.map((r) => r.name)),
  }),
  field({
    name: 'accessKeyId',
    alias: ['key', 'accessKey'],
    label: 'AWS access key',
    type: 'text',
    attribute: 'AccessKeyId',
    mono: true,
    read: (e) => e.envelope.accessKeyId ?? path('userIdentity', 'accessKeyId')(e),
  }),
  field({
    name: 'awsRegion',
    alias: ['region'],
    label: 'AWS Region',
    type: 'text',
    read: path('awsRegion'),
  }),
  field({
    name: 'account',
    alias: ['scopeAccount'],
    label: 'Account',
    type: 'text',
    mono: true,
    read: (e) => e.account,
  }),
  field({
    name: 'errorCode',
    alias: ['error'],
    label: 'Error code',
    type: 'text',
    read: path('errorCode'),
  }),
  field({
    name: 'errorMessage',
    alias: ['message'],
    label: 'Error message',
    type: 'text',
    read: path('errorMessage'),
  }),
  field({
    name: 'readOnly',
    alias: ['readonly'],
    label: 'Read-only',
    type: 'flag',
    attribute: 'ReadOnly',
    read: (e) => e.envelope.readOnly ?? flagAt('readOnly')(e),
  }),
  field({
    name: 'sourceIPAddress',
    alias: ['ip', 'sourceIp'],
    label: 'Source IP address',
    type: 'ip',
    mono: true,
    read: path('sourceIPAddress'),
  }),
  field({
    name: 'userAgent',
    alias: ['agent'],
    label: 'User agent',
    type: 'text',
    read: path('userAgent'),
  }),
  field({
    name: 'requestID',
    alias: ['request', 'requestId'],
    label: 'Request ID',
    type: 'text',
    mono: true,
    read: path('requestID'),
  }),
  field({
    name: 'eventId',
    alias: ['id', 'eventID'],
    label: 'Event ID',
    type: 'text',
    attribute: 'EventId',
    mono: true,
    read: (e) => e.eventId,
  }),
  field({
    name: 'eventType',
    alias: ['type'],
    label: 'Event type',
    type: 'text',
    read: path('eventType'),
  }),
  field({
    name: 'eventCategory',
    alias: ['category'],
    label: 'Event category',
    type: 'text',
    read: path('eventCategory'),
  }),
  field({
    name: 'identityType',
    alias: ['identity'],
    label: 'Identity type',
    type: 'text',
    read: path('userIdentity', 'type'),
  }),
  field({
    name: 'role',
    alias: ['roleName'],
    label: 'Role',
    type: 'text',
    read: (e) => roleName(e.record),
  }),
  field({
    name: 'principalArn',
    alias: ['arn', 'principal'],
    label: 'Principal ARN',
    type: 'text',
    mono: true,
    read: path('userIdentity', 'arn'),
  }),
  field({
    name: 'principalId',
    alias: [],
    label: 'Principal ID',
    type: 'text',
    mono: true,
    read: path('userIdentity', 'principalId'),
  }),
  field({
    name: 'mfa',
    alias: ['mfaAuthenticated'],
    label: 'MFA',
    type: 'flag',
    read: flagAt('userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated'),
  }),
  field({
    name: 'invokedBy',
    alias: [],
    label: 'Invoked by',
    type: 'text',
    read: path('userIdentity', 'invokedBy'),
  }),
  field({
    name: 'sourceIdentity',
    alias: [],
    label: 'Source identity',
    type: 'text',
    read: path('userIdentity', 'sessionContext', 'sourceIdentity'),
  }),
  field({
    name: 'resourceArn',
    alias: [],
    label: 'Resource ARN',
    type: 'texts',
    mono: true,
    read: (e) =>
      texts(
        all(e.record, ['resources', 'ARN'])
          .concat(all(e.record, ['resources', 'arn']))
          .map(text),
      ),
  }),
  field({
    name: 'recipientAccountId',
    alias: ['recipient'],
    label: 'Recipient account',
    type: 'text',
    mono: true,
    read: path('recipientAccountId'),
  }),
  field({
    name: 'managementEvent',
    alias: ['management'],
    label: 'Management event',
    type: 'flag',
    read: flagAt('managementEvent'),
  }),
  field({
    name: 'fromConsole',
    alias: ['console', 'sessionCredentialFromConsole'],
    label: 'Console session',
    type: 'flag',
    read: flagAt('sessionCredentialFromConsole'),
  }),
  field({
    name: 'sharedEventID',
    alias: ['shared'],
    label: 'Shared event ID',
    type: 'text',
    mono: true,
    read: path('sharedEventID'),
  }),
  field({
    name: 'vpcEndpointId',
    alias: ['vpce'],
    label: 'VPC endpoint',
    type: 'text',
    mono: true,
    read: path('vpcEndpointId'),
  }),
  field({
    name: 'tlsVersion',
    alias: ['tls'],
    label: 'TLS version',
    type: 'text',
    read: path('tlsDetails', 'tlsVersion'),
  }),
  field({
    name: 'eventVersion',
    alias: ['version'],
    label: 'Event version',
    type: 'text',
    read: path('eventVersion'),
  }),
] as const;

export type FieldName = (typeof fields)[number]['name'];
export const catalogue: readonly Field<FieldName>[] = fields;
