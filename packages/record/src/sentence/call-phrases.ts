/**
 * One thing that a call was about: the words before it, where its names stand (as in resource-rules.ts), and what to
 * say when they stand nowhere; without that the thing is left out then.
 */
export type Mention = readonly [words: string, path: string, otherwise?: string];

/** How a frequent call reads. A count stands for several names; `#` asks for the count even of one. */
export interface CallPhrase {
  readonly base: string;
  readonly past: string;
  readonly of: readonly Mention[];
}

const phrase = (base: string, past: string, ...of: Mention[]): CallPhrase => ({ base, past, of });
const ids = 'request.instancesSet.items.instanceId';
const user: Mention = ['user', 'request.userName', 'their own user'];
const role: Mention = ['role', 'request.roleName', 'a role'];
const toUser: Mention = ['to user', 'request.userName'];
const toRole: Mention = ['to role', 'request.roleName'];
const policy: Mention = ['policy', 'request.policyArn', 'a policy'];
const trail: Mention = ['trail', 'request.name', 'a trail'];
const assumed: readonly Mention[] = [
  ['role', 'request.roleArn', 'a role'],
  ['as session', 'request.roleSessionName'],
];

/** By event name; everything else is told from its verb. */
export const phrases = new Map<string, CallPhrase>(
  Object.entries({
    RunInstances: phrase('launch', 'launched', [
      '# instance',
      'response.instancesSet.items.instanceId',
      'instances',
    ]),
    TerminateInstances: phrase('terminate', 'terminated', ['instance', ids, 'instances']),
    StopInstances: phrase('stop', 'stopped', ['instance', ids, 'instances']),
    StartInstances: phrase('start', 'started', ['instance', ids, 'instances']),
    RebootInstances: phrase('reboot', 'rebooted', ['instance', ids, 'instances']),
    ConsoleLogin: phrase('sign in to the console', 'signed in to the console'),
    SwitchRole: phrase(
      'switch to another role in the console',
      'switched to another role in the console',
    ),
    GetSigninToken: phrase('get a console sign-in token', 'got a console sign-in token'),
    ChangePassword: phrase('change', 'changed', [
      'password of user',
      'request.userName',
      'a password',
    ]),
    AssumeRole: phrase('assume', 'assumed', ...assumed),
    AssumeRoleWithSAML: phrase('assume', 'assumed', ...assumed),
    AssumeRoleWithWebIdentity: phrase('assume', 'assumed', ...assumed),
    GetCallerIdentity: phrase('ask AWS which identity it is', 'asked AWS which identity it is'),
    GetSessionToken: phrase('get', 'got', [
      'temporary access key',
      'response.credentials.accessKeyId',
      'a temporary access key',
    ]),
    GetFederationToken: phrase('get', 'got', [
      'credentials for federated user',
      'request.name',
      'credentials for a federated user',
    ]),
    CreateUser: phrase('create', 'created', ['user', 'request.userName', 'a user']),
    DeleteUser: phrase('delete', 'deleted', ['user', 'request.userName', 'a user']),
    CreateAccessKey: phrase(
      'create',
      'created',
      ['access key', 'response.accessKey.accessKeyId', 'an access key'],
      ['for user', 'request.userName'],
    ),
    DeleteAccessKey: phrase(
      'delete',
      'deleted',
      ['access key', 'request.accessKeyId', 'an access key'],
      ['of user', 'request.userName'],
    ),
    CreateLoginProfile: phrase('give', 'gave', user, ['a console password', '']),
    UpdateLoginProfile: phrase('change', 'changed', [
      'console password of user',
      'request.userName',
      'a console password',
    ]),
    DeleteLoginProfile: phrase('delete', 'deleted', [
      'console password of user',
      'request.userName',
      'a console password',
    ]),
    AttachUserPolicy: phrase('attach', 'attached', policy, toUser),
    AttachRolePolicy: phrase('attach', 'attached', policy, toRole),
    AttachGroupPolicy: phrase('attach', 'attached', policy, ['to group', 'request.groupName']),
    DetachUserPolicy: phrase('detach', 'detached', policy, ['from user', 'request.userName']),
    DetachRolePolicy: phrase('detach', 'detached', policy, ['from role', 'request.roleName']),
    PutUserPolicy: phrase(
      'set',
      'set',
      ['inline policy', 'request.policyName', 'an inline policy'],
      ['of user', 'request.userName'],
    ),
    PutRolePolicy: phrase(
      'set',
      'set',
      ['inline policy', 'request.policyName', 'an inline policy'],
      ['of role', 'request.roleName'],
    ),
    AddUserToGroup: phrase('add', 'added', user, ['to group', 'request.groupName']),
    RemoveUserFromGroup: phrase('remove', 'removed', user, ['from group', 'request.groupName']),
    UpdateAssumeRolePolicy: phrase('change who may assume', 'changed who may assume', role),
    GetSecretValue: phrase('read', 'read', ['secret', 'request.secretId', 'a secret']),
    GetParameter: phrase('read', 'read', ['parameter', 'request.name', 'a parameter']),
    GetParameters: phrase('read', 'read', ['parameter', 'request.names', 'parameters']),
    StartSession: phrase('open', 'opened', ['a session to', 'request.target', 'a session']),
    SendCommand: phrase(
      'run',
      'ran',
      ['document', 'request.documentName', 'a command'],
      ['on', 'request.instanceIds'],
    ),
    StopLogging: phrase('stop logging of', 'stopped logging of', trail),
    StartLogging: phrase('start logging of', 'started logging of', trail),
    PutEventSelectors: phrase('change the event selectors of', 'changed the event selectors of', [
      'trail',
      'request.trailName',
      'a trail',
    ]),
    LookupEvents: phrase('look up CloudTrail events', 'looked up CloudTrail events'),
    Decrypt: phrase('decrypt data', 'decrypted data', ['with key', 'request.keyId']),
    GenerateDataKey: phrase('generate a data key', 'generated a data key', [
      'with',
      'request.keyId',
    ]),
    ScheduleKeyDeletion: phrase('schedule the deletion of', 'scheduled the deletion of', [
      'key',
      'request.keyId',
      'a key',
    ]),
    AuthorizeSecurityGroupIngress: phrase('open', 'opened', [
      'inbound rules of security group',
      'request.groupId',
      'inbound rules of a security group',
    ]),
    RevokeSecurityGroupIngress: phrase('close', 'closed', [
      'inbound rules of security group',
      'request.groupId',
      'inbound rules of a security group',
    ]),
  }),
);
