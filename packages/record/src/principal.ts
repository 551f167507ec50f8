import { roleName, userName } from './identity.ts';
import { at, flag, type JsonObject, member, text } from './json.ts';

export type PrincipalKind =
  | 'root'
  | 'user'
  | 'session'
  | 'role'
  | 'federated'
  | 'account'
  | 'service'
  | 'identity-center'
  | 'saml'
  | 'web-identity'
  | 'directory'
  | 'unknown';

/** Who called, as far as the record says. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** The shortest name that a reader knows them by; never empty. */
  readonly label: string;
  readonly sessionName?: string | undefined;
  readonly roleName?: string | undefined;
  /** The role or user whose credentials made the session. */
  readonly issuerArn?: string | undefined;
  readonly accountId?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly mfa?: boolean | undefined;
  /** The Identity Center user that a role acts for. */
  readonly onBehalfOf?: string | undefined;
  /** The AWS service that made the call for them. */
  readonly invokedBy?: string | undefined;
  readonly sourceIdentity?: string | undefined;
}

const kinds = new Map<string, PrincipalKind>([
  ['Root', 'root'],
  ['IAMUser', 'user'],
  ['AssumedRole', 'session'],
  ['Role', 'role'],
  ['FederatedUser', 'federated'],
  ['AWSAccount', 'account'],
  ['AWSService', 'service'],
  ['IdentityCenterUser', 'identity-center'],
  ['SAMLUser', 'saml'],
  ['WebIdentityUser', 'web-identity'],
  ['Directory', 'directory'],
]);

/** Sign-in writes this where a mistyped user name might be a password. */
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

const lastPart = (arn: string | undefined): string | undefined =>
  text(arn?.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1));

function kindOf(record: JsonObject): PrincipalKind {
  const identity = member(record, 'userIdentity');
  const kind = kinds.get(text(member(identity, 'type')) ?? '');
  if (kind !== undefined) return kind;
  const byService = text(member(record, 'eventType')) === 'AwsServiceEvent';
  return byService || text(member(identity, 'invokedBy')) !== undefined ? 'service' : 'unknown';
}

export function principal(record: JsonObject): Principal {
  const identity = member(record, 'userIdentity');
  const of = (...path: string[]): string | undefined => text(at(identity, path));
  const kind = kindOf(record);
  const accountId = of('accountId');
  const role = kind === 'role' ? (of('userName') ?? lastPart(of('arn'))) : roleName(record);
  const user = of('userName') ?? text(at(record, ['additionalEventData', 'UserName']));
  const named = user === hidden ? 'a user whose name AWS hides' : user;
  const session = kind === 'session' || kind === 'federated' ? userName(record) : undefined;
  const inAccount = accountId === undefined ? undefined : `account ${accountId}`;
  const labels: Record<PrincipalKind, string | undefined> = {
    root: 'root',
    user: named ?? lastPart(of('arn')),
    session: session ?? role,
    role,
    federated: session ?? lastPart(of('arn')),
    account: inAccount ?? of('principalId'),
    service: of('invokedBy') ?? text(member(record, 'eventSource')),
    'identity-center': named ?? of('onBehalfOf', 'userId'),
    saml: named,
    'web-identity': named,
    directory: named,
    unknown: named ?? lastPart(of('arn')),
  };
  const fallback = kind === 'service' ? 'an AWS service' : 'an unknown caller';
  return {
    kind,
    label: labels[kind] ?? of('principalId') ?? inAccount ?? fallback,
    sessionName: session,
    roleName: role,
    issuerArn: of('sessionContext', 'sessionIssuer', 'arn'),
    accountId,
    accessKeyId: of('accessKeyId'),
    mfa:
      flag(at(identity, ['sessionContext', 'attributes', 'mfaAuthenticated'])) ?? signInMfa(record),
    onBehalfOf: of('onBehalfOf', 'userId'),
    invokedBy: of('invokedBy'),
    sourceIdentity: of('sessionContext', 'sourceIdentity'),
  };
}

/** A sign-in has no session yet and says it beside: `MFAUsed: Yes`. */
function signInMfa(record: JsonObject): boolean | undefined {
  const used = text(at(record, ['additionalEventData', 'MFAUsed']));
  return used === 'Yes' ? true : used === 'No' ? false : undefined;
}
