import type { CallerLink, CallerLinkKind } from './caller.types.ts';
import { permissionSet, roleName, userName } from '../identity.ts';
import { at, isObject, type JsonObject, member, text } from '../json.ts';
import { principal } from '../principal.ts';

export const callerLink = (as: CallerLinkKind, name: string, subject?: string): CallerLink => ({
  as,
  name,
  ...(subject !== undefined && { at: { subject, value: name } }),
});

const ssoPath = ':role/aws-reserved/sso.amazonaws.com/';
/** The path of a service-linked role names its service, which tells more than the session's name. */
const linkedPath = /:role\/aws-service-role\/([^/]+)\//;
const instanceId = /^i-[\da-f]{8,17}$/i;

/** Temporary credentials: who they were handed out to, and what gives them their permissions. */
export function sessionLinks(
  record: JsonObject,
  kind: 'session' | 'federated',
): readonly CallerLink[] {
  const identity = member(record, 'userIdentity');
  const of = (...path: string[]): string | undefined => text(at(identity, path));
  const role = roleName(record);
  const issuerArn = of('sessionContext', 'sessionIssuer', 'arn') ?? '';
  const fromSso = role?.startsWith('AWSReservedSSO_') === true || issuerArn.includes(ssoPath);
  const source = of('sessionContext', 'sourceIdentity');
  const user = of('onBehalfOf', 'userId');
  const name = principalSession(record, kind);
  const [, service] = linkedPath.exec(issuerArn) ?? [];
  const held =
    service !== undefined
      ? [callerLink('service', service)]
      : name === undefined
        ? []
        : [holder(record, kind, name, fromSso)];
  const links: CallerLink[] = [
    ...(source === undefined ? [] : [callerLink('source-identity', source, 'sourceIdentity')]),
    // Identity Center's own sessions carry the user's name, so the id beside it tells no more.
    ...(user === undefined || fromSso
      ? []
      : [callerLink('identity-center-user', user, 'userIdentity.onBehalfOf.userId')]),
    ...webIdentity(identity),
    ...held.filter((one) => one.name !== source),
    ...(kind === 'federated' ? issuer(identity) : roleLink(role, issuerArn)),
  ];
  return links.length > 0 ? links : [callerLink('unknown', principal(record).label)];
}

/** A record that is no session by its type may be one by its ARN; then only the ARN has the name. */
function principalSession(record: JsonObject, kind: 'session' | 'federated'): string | undefined {
  const { kind: typed, label, sessionName } = principal(record);
  if (typed !== 'unknown') return sessionName;
  return kind === 'session' && userName(record) === undefined ? label : userName(record);
}

function holder(
  record: JsonObject,
  kind: 'session' | 'federated',
  name: string,
  fromSso: boolean,
): CallerLink {
  const context = at(record, ['userIdentity', 'sessionContext']);
  const onInstance = instanceId.test(name) || text(member(context, 'ec2RoleDelivery'));
  const as =
    kind === 'federated'
      ? 'federated-user'
      : fromSso
        ? 'identity-center-user'
        : onInstance
          ? 'instance'
          : 'session';
  return callerLink(as, name, name === userName(record) ? 'username' : undefined);
}

function roleLink(role: string | undefined, issuerArn: string): CallerLink[] {
  if (role === undefined) return [];
  const set = permissionSet(role);
  const linked = linkedPath.test(issuerArn) || role.startsWith('AWSServiceRoleFor');
  const as = set !== undefined ? 'permission-set' : linked ? 'service-role' : 'role';
  return [{ as, name: set ?? role, at: { subject: 'role', value: role } }];
}

/** The user, or root, whose permissions a federated user has. */
function issuer(identity: unknown): CallerLink[] {
  const from = at(identity, ['sessionContext', 'sessionIssuer']);
  const arn = text(member(from, 'arn'));
  const type = text(member(from, 'type'));
  if (type === 'Root') return [callerLink('root', 'root')];
  const name = text(member(from, 'userName')) ?? arn?.slice(arn.lastIndexOf('/') + 1);
  if (name === undefined || name === '') return [];
  return [
    {
      as: type === 'IAMUser' ? 'iam-user' : type === 'Role' ? 'role' : 'principal',
      name,
      at:
        arn === undefined
          ? undefined
          : { subject: 'userIdentity.sessionContext.sessionIssuer.arn', value: arn },
    },
  ];
}

/** Who a web identity session was made for: the provider always, the subject where it is told. */
function webIdentity(identity: unknown): CallerLink[] {
  const data = at(identity, ['sessionContext', 'webIdFederationData']);
  const provider = text(member(data, 'federatedProvider'));
  if (provider === undefined) return [];
  const told = member(data, 'attributes');
  const subjects = isObject(told)
    ? Object.entries(told).flatMap(([key, value]) => (/(?:^|:)sub$/.test(key) ? [text(value)] : []))
    : [];
  const [subject] = subjects;
  const path = 'userIdentity.sessionContext.webIdFederationData.federatedProvider';
  return [
    ...(subject === undefined ? [] : [callerLink('web-identity', subject)]),
    {
      as: 'provider',
      name: provider.replace(/^arn:.*:oidc-provider\//, ''),
      at: { subject: path, value: provider },
    },
  ];
}
