import type { Caller, CallerLink, CallerLinkKind } from './caller.types.ts';
import { callerLink as link, sessionLinks } from './caller-session.ts';
import { userName } from '../identity.ts';
import { at, flag, isObject, type JsonObject, member, text } from '../json.ts';
import { principal, type PrincipalKind } from '../principal.ts';

/** Those who sign in somewhere, as AWS names them; a web identity is often a program. */
const people = new Set<CallerLinkKind>(['identity-center-user', 'source-identity', 'saml-user']);

/**
 * Who made a call, read from the record: the human behind a role session, the role, the key, the service that called
 * for them. Undefined where the record names nobody, as Insights do. Never throws.
 */
export function caller(record: JsonObject): Caller | undefined {
  const identity = member(record, 'userIdentity');
  const report = text(member(record, 'eventType')) === 'AwsServiceEvent';
  if (!report && !(isObject(identity) && Object.keys(identity).length > 0)) return undefined;
  const of = (...path: string[]): string | undefined => text(at(identity, path));
  const known = principal(record);
  const kind = isSession(known.kind, of('arn')) ? 'session' : known.kind;
  const by = kind === 'service' ? undefined : known.invokedBy;
  const own = links(record, kind);
  const named = own.some(({ as, name }) => as === 'service' && name === by);
  const chain = by === undefined || named ? own : [...own, link('service', by, 'invokedBy')];
  const { accountId: id, accessKeyId: key, mfa } = known;
  const recipient = text(member(record, 'recipientAccountId'));
  return {
    kind,
    chain,
    person: chain.find(({ as }) => people.has(as)),
    account: id === undefined ? undefined : { id, foreign: (recipient ?? id) !== id },
    key: key === undefined ? undefined : { id: key, temporary: isTemporary(key) },
    mfa: mfa === true || kind === 'root' || kind === 'user' ? mfa : undefined,
    assumedRoot: flag(at(identity, ['sessionContext', 'assumedRoot'])) === true,
    delegate: of('invokedByDelegate', 'accountId'),
    inScopeOf: of('inScopeOf', 'sourceArn') ?? of('inScopeOf', 'credentialsIssuedTo'),
  };
}

/** Some records give a session's identity the type Unknown, or none; its ARN says what it is. */
const isSession = (kind: PrincipalKind, arn: string | undefined): boolean =>
  kind === 'unknown' && arn?.includes(':assumed-role/') === true;

const isTemporary = (key: string): boolean | undefined =>
  key.startsWith('ASIA') ? true : key.startsWith('AKIA') ? false : undefined;

/** The callers that one name names. */
const single = {
  root: 'root',
  user: 'iam-user',
  role: 'role',
  directory: 'directory-user',
  saml: 'saml-user',
  'web-identity': 'web-identity',
  unknown: 'unknown',
} as const;

function links(record: JsonObject, kind: PrincipalKind): readonly CallerLink[] {
  const identity = member(record, 'userIdentity');
  const of = (...path: string[]): string | undefined => text(at(identity, path));
  const { label } = principal(record);
  switch (kind) {
    case 'session':
    case 'federated':
      return sessionLinks(record, kind);
    case 'identity-center':
      return [identityCenterUser(record, label)];
    case 'service':
      return [link('service', label, of('invokedBy') === label ? 'invokedBy' : undefined)];
    case 'account':
      return fromAccount(of('principalId'), of('accountId'), label);
    default: {
      const provider = of('identityProvider');
      const own = link(single[kind], label, label === userName(record) ? 'username' : undefined);
      return provider === undefined
        ? [own]
        : [own, link('provider', provider, 'userIdentity.identityProvider')];
    }
  }
}

/** All that the called account learns: the unique id, of a session its name too, and the account. */
function fromAccount(
  principalId: string | undefined,
  account: string | undefined,
  label: string,
): CallerLink[] {
  const cut = principalId?.indexOf(':') ?? -1;
  const session = cut < 0 ? undefined : text(principalId?.slice(cut + 1));
  const found: CallerLink[] = [];
  if (principalId !== undefined)
    found.push({
      as: session === undefined ? 'principal' : 'session',
      name: session ?? principalId,
      at: { subject: 'principalId', value: principalId },
    });
  if (account !== undefined) found.push(link('account', account, 'userIdentity.accountId'));
  return found.length > 0 ? found : [link('unknown', label)];
}

function identityCenterUser(record: JsonObject, label: string): CallerLink {
  const id = text(at(record, ['userIdentity', 'onBehalfOf', 'userId']));
  const beside = text(at(record, ['additionalEventData', 'UserName']));
  const subject =
    label === id
      ? 'userIdentity.onBehalfOf.userId'
      : label === beside
        ? 'additionalEventData.UserName'
        : undefined;
  return link('identity-center-user', label, subject);
}
