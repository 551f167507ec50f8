import type { PrincipalKind } from '../principal.ts';

/** What a name in the chain is the name of. */
export type CallerLinkKind =
  | 'root'
  | 'iam-user'
  | 'identity-center-user'
  | 'source-identity'
  | 'saml-user'
  | 'web-identity'
  | 'directory-user'
  | 'federated-user'
  | 'session'
  | 'instance'
  | 'role'
  | 'permission-set'
  | 'service-role'
  | 'provider'
  | 'account'
  | 'principal'
  | 'service'
  | 'unknown';

/** One of those who had a part in a call. */
export interface CallerLink {
  readonly as: CallerLinkKind;
  /** For people; never empty. */
  readonly name: string;
  /** What filters call the place where it stands, and the value there; absent where the name stands at no such place. */
  readonly at?: { readonly subject: string; readonly value: string } | undefined;
}

/** Everything that a record says of who made a call. */
export interface Caller {
  readonly kind: PrincipalKind;
  /**
   * From whoever is behind the call, over what they acted as, to the service that made the call for them: user,
   * permission set, CloudFormation. Never empty.
   */
  readonly chain: readonly CallerLink[];
  /** The link that names a human, where AWS vouches for it; a session's name is whatever its maker chose. */
  readonly person?: CallerLink | undefined;
  /** Foreign: not the account that CloudTrail told the event to. */
  readonly account?: { readonly id: string; readonly foreign: boolean } | undefined;
  /** Temporary: handed out for a session; undefined for an id of neither shape. */
  readonly key?: { readonly id: string; readonly temporary: boolean | undefined } | undefined;
  /** Its absence is said of root and users only: whoever took a role may have used MFA where they signed in. */
  readonly mfa?: boolean | undefined;
  /** A root session that was taken with AssumeRoot. */
  readonly assumedRoot: boolean;
  /** The account that was delegated the access. */
  readonly delegate?: string | undefined;
  /** What a service's credentials were issued for. */
  readonly inScopeOf?: string | undefined;
}
