import { type Caller, type CallerLink, type CallerLinkKind, serviceName } from '@trailglass/record';

const captions: Readonly<Record<CallerLinkKind, string>> = {
  root: 'root user',
  'iam-user': 'IAM user',
  'identity-center-user': 'Identity Center user',
  'source-identity': 'source identity',
  'saml-user': 'SAML user',
  'web-identity': 'web identity',
  'directory-user': 'directory user',
  'federated-user': 'federated user',
  session: 'session',
  instance: 'EC2 instance',
  role: 'role',
  'permission-set': 'permission set',
  'service-role': 'service-linked role',
  provider: 'identity provider',
  account: 'account',
  principal: 'unique ID',
  service: 'AWS service',
  unknown: '',
};

/** What a name is the name of; empty where the name says it. */
export const captionOf = ({ as }: CallerLink, { account }: Caller): string =>
  as === 'account' && account?.foreign === true ? 'another account' : captions[as];

/** As people say it: services by their names. */
export const nameOf = ({ as, name }: CallerLink): string =>
  as === 'service' ? serviceName(name) : name;

/** What was called with, in a line; the key and the account stand before it. */
export function credentialWords({ mfa, assumedRoot, delegate, inScopeOf }: Caller): string[] {
  return [
    mfa === true ? 'with MFA' : mfa === false ? 'without MFA' : undefined,
    assumedRoot ? 'root session by AssumeRoot' : undefined,
    delegate === undefined ? undefined : `access delegated to account ${delegate}`,
    inScopeOf === undefined ? undefined : `in scope of ${inScopeOf}`,
  ].filter((words) => words !== undefined);
}

/** What the key is, by its id. */
export const keyWords = ({ temporary }: NonNullable<Caller['key']>): string =>
  temporary === undefined ? 'access key' : temporary ? 'temporary key' : 'long-lived key';
