import type { JsonObject } from '@trailglass/record';
import type { Role } from './cast/roles.ts';
import { arn, idOf } from './ids.ts';

/** As CloudTrail writes times: whole seconds, UTC. */
export const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A role with credentials in hand. */
export interface Session {
  readonly role: Role;
  readonly name: string;
  /** Absent where CloudTrail writes none: service-linked roles and sign-ins. */
  readonly key?: string | undefined;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly mfa?: boolean;
  readonly invokedBy?: string;
  /** "1.0" or "2.0": how an EC2 instance got its role. */
  readonly ec2RoleDelivery?: string;
  readonly webId?: string;
  readonly sourceIdentity?: string | undefined;
}

export const sessionArn = (session: Session): string =>
  arn('sts', '', session.role.account, `assumed-role/${session.role.name}/${session.name}`);

const attributes = (created: number, mfa = false): JsonObject => ({
  creationDate: stamp(created),
  mfaAuthenticated: String(mfa),
});

export function assumedRole(session: Session): JsonObject {
  const { role } = session;
  return {
    type: 'AssumedRole',
    principalId: `${role.id}:${session.name}`,
    arn: sessionArn(session),
    accountId: role.account,
    accessKeyId: session.key,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.id,
        arn: role.arn,
        accountId: role.account,
        userName: role.name,
      },
      webIdFederationData: session.webId
        ? { federatedProvider: session.webId, attributes: {} }
        : undefined,
      attributes: attributes(session.created, session.mfa),
      sourceIdentity: session.sourceIdentity,
      ec2RoleDelivery: session.ec2RoleDelivery,
    },
    invokedBy: session.invokedBy,
  };
}

export const userArn = (account: string, name: string): string =>
  arn('iam', '', account, `user/${name}`);

/** An IAM user with a long-lived key, or in a temporary session of their own. */
export const iamUser = (
  account: string,
  name: string,
  key?: string,
  session?: { created: number; mfa: boolean },
): JsonObject => ({
  type: 'IAMUser',
  principalId: idOf('AIDA', account, name),
  arn: userArn(account, name),
  accountId: account,
  accessKeyId: key,
  userName: name,
  sessionContext: session && { attributes: attributes(session.created, session.mfa) },
});

export const rootUser = (account: string): JsonObject => ({
  type: 'Root',
  principalId: account,
  arn: arn('iam', '', account, 'root'),
  accountId: account,
  accessKeyId: '',
});

export const awsService = (name: string): JsonObject => ({ type: 'AWSService', invokedBy: name });

/** A caller from another account, as the called account sees them. */
export const awsAccount = (principalId: string, account: string): JsonObject => ({
  type: 'AWSAccount',
  principalId,
  accountId: account,
});

export const samlUser = (nameQualifier: string, email: string): JsonObject => ({
  type: 'SAMLUser',
  principalId: `${nameQualifier}:${email}`,
  userName: email,
  identityProvider: nameQualifier,
});

export const webIdentityUser = (
  provider: string,
  audience: string,
  subject: string,
): JsonObject => ({
  type: 'WebIdentityUser',
  principalId: `${provider}:${audience}:${subject}`,
  userName: subject,
  identityProvider: provider,
});
