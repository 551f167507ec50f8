import { at, type JsonObject, member, text } from './json.ts';

/** The part after the last `/` or `:` of an ARN or principal id. */
const tail = (value: string | undefined, mark: string): string | undefined => {
  const cut = value?.lastIndexOf(mark) ?? -1;
  return cut < 0 ? undefined : text(value?.slice(cut + 1));
};

/**
 * The user name as LookupEvents derives it: the session's name for an assumed role, absent for AWS services.
 * Source: observed answers of LookupEvents and the console's CSV; the user guide on userIdentity.
 */
export function userName(record: JsonObject): string | undefined {
  const identity = member(record, 'userIdentity');
  if (text(member(record, 'eventType')) === 'AwsServiceEvent') return undefined;
  switch (text(member(identity, 'type'))) {
    case 'Root':
      return 'root';
    case 'AssumedRole':
    case 'FederatedUser':
      return (
        tail(text(member(identity, 'principalId')), ':') ?? tail(text(member(identity, 'arn')), '/')
      );
    case 'AWSService':
    case 'AWSAccount':
    case 'IdentityCenterUser':
      return undefined;
    default:
      return text(member(identity, 'userName'));
  }
}

const sessionMark = ':assumed-role/';

/** The role behind a session: the issuer's name, or the middle part of the session's ARN. */
export function roleName(record: JsonObject): string | undefined {
  const identity = member(record, 'userIdentity');
  const issuer = at(identity, ['sessionContext', 'sessionIssuer']);
  if (text(member(issuer, 'type')) === 'Role') {
    return text(member(issuer, 'userName')) ?? tail(text(member(issuer, 'arn')), '/');
  }
  const arn = text(member(identity, 'arn')) ?? '';
  const start = arn.indexOf(sessionMark);
  return start < 0 ? undefined : text(arn.slice(start + sessionMark.length, arn.lastIndexOf('/')));
}

/** Identity Center makes a role of each permission set: AWSReservedSSO_, the set's name, then digits of its own. */
export const permissionSet = (role: string): string | undefined =>
  /^AWSReservedSSO_(.+)_[^_]+$/.exec(role)?.[1];
