import type { JsonObject } from '@trailglass/record';
import { longDate, named } from './apis/api.ts';
import type { Caller } from './caller.ts';
import { globalRegion, homeRegion } from './cast/accounts.ts';
import { agents } from './cast/agents.ts';
import type { Role } from './cast/roles.ts';
import { awsAccount, samlUser, type Session, sessionArn, webIdentityUser } from './identity.ts';
import { arn, blob, newId, sessionToken } from './ids.ts';
import type { Parts } from './record.ts';
import type { Tape } from './tape.ts';

/** The credentials that STS handed out, as its answer shows them. */
const handed = (tape: Tape, session: Session, time: number, seconds: number): JsonObject => ({
  credentials: {
    accessKeyId: session.key,
    sessionToken: sessionToken(tape.from),
    expiration: longDate(time + seconds * 1000),
  },
  assumedRoleUser: {
    assumedRoleId: `${session.role.id}:${session.name}`,
    arn: sessionArn(session),
  },
});

const roleTouched = (role: Role): JsonObject => ({
  accountId: role.account,
  type: 'AWS::IAM::Role',
  ARN: role.arn,
});

type Common = 'version' | 'source' | 'readOnly' | 'requestId' | 'time' | 'resources' | 'recipient';
const stsEvent = (tape: Tape, time: number, role: Role): Pick<Parts, Common> => ({
  version: '1.08',
  source: 'sts.amazonaws.com',
  readOnly: true,
  requestId: tape.from.uuid(),
  time,
  resources: [roleTouched(role)],
  recipient: role.account,
});

export interface Assumption {
  readonly role: Role;
  readonly name: string;
  /** The Region of the STS endpoint; absent: the global one. */
  readonly region?: string;
  readonly seconds?: number;
  readonly externalId?: string;
  readonly sourceIdentity?: string | undefined;
  readonly ec2RoleDelivery?: string;
}

/**
 * AssumeRole. Across accounts both see it: each a copy with its own event id, joined by the shared one;
 * the account that owns the role sees only which account called.
 */
export function assumeRole(tape: Tape, time: number, caller: Caller, to: Assumption): Session {
  const { role, name, seconds = 3600 } = to;
  const session: Session = {
    role,
    name,
    key: newId('ASIA', role.account, tape.from),
    created: time,
    ...(to.sourceIdentity && { sourceIdentity: to.sourceIdentity }),
    ...(to.ec2RoleDelivery && { ec2RoleDelivery: to.ec2RoleDelivery }),
  };
  const byService = caller.identity['type'] === 'AWSService';
  const across = !byService && caller.account !== role.account;
  const event: Omit<Parts, 'eventId'> = {
    ...stsEvent(tape, time, role),
    identity: caller.identity,
    name: 'AssumeRole',
    region: to.region ?? globalRegion,
    ip: caller.ip,
    agent: typeof caller.agent === 'string' ? caller.agent : caller.agent('sts', 'AssumeRole'),
    request: {
      roleArn: role.arn,
      roleSessionName: name,
      ...(to.externalId && { externalId: to.externalId }),
      ...(to.sourceIdentity && { sourceIdentity: to.sourceIdentity }),
      ...(seconds !== 3600 && { durationSeconds: seconds }),
    },
    answer: handed(tape, session, time, seconds),
    sharedId: byService || across ? tape.from.uuid() : undefined,
    endpoint: caller.endpoint,
    tlsHost: caller.direct
      ? to.region
        ? `sts.${to.region}.amazonaws.com`
        : 'sts.amazonaws.com'
      : undefined,
    fromConsole: caller.console,
  };
  const principal = named(caller.identity, 'principalId');
  // A caller's own account is told whole; a vendor's account is not among ours.
  if (across && caller.identity['type'] !== 'AWSAccount') {
    tape.put({ ...event, recipient: caller.account });
  }
  tape.put(across ? { ...event, identity: awsAccount(principal, caller.account) } : event);
  return session;
}

/** What IAM Identity Center does when somebody opens an account from its portal. */
export function assumeWithSaml(tape: Tape, time: number, role: Role, email: string): Session {
  const session: Session = {
    role,
    name: email,
    key: newId('ASIA', role.account, tape.from),
    created: time,
  };
  const qualifier = `${blob(tape.from, 27)}=`;
  const seconds = 43_200;
  const provider = `saml-provider/AWSSSO_${role.name.slice(-16)}_DO_NOT_DELETE`;
  tape.put({
    ...stsEvent(tape, time, role),
    identity: samlUser(qualifier, email),
    name: 'AssumeRoleWithSAML',
    region: homeRegion,
    ip: 'sso.amazonaws.com',
    agent: agents.identityCenter,
    request: {
      sAMLAssertionID: `_${tape.from.uuid()}`,
      roleSessionName: email,
      roleArn: role.arn,
      principalArn: arn('iam', '', role.account, provider),
      durationSeconds: seconds,
    },
    answer: {
      subjectType: 'persistent',
      issuer: `https://portal.sso.${homeRegion}.amazonaws.com/saml/assertion/${blob(tape.from, 48).replace(/\W/g, 'x')}`,
      ...handed(tape, session, time, seconds),
      nameQualifier: qualifier,
      subject: email,
      audience: 'https://signin.aws.amazon.com/saml',
    },
    resources: [
      roleTouched(role),
      {
        accountId: role.account,
        type: 'AWS::IAM::SAMLProvider',
        ARN: arn('iam', '', role.account, provider),
      },
    ],
    tlsHost: `sts.${homeRegion}.amazonaws.com`,
  });
  return session;
}

export interface WebIdentity {
  readonly role: Role;
  readonly name: string;
  /** Host of the OpenID Connect provider. */
  readonly host: string;
  readonly subject: string;
  readonly region: string;
  readonly ip: string;
  readonly agent: string;
}

export function assumeWithWebIdentity(tape: Tape, time: number, who: WebIdentity): Session {
  const { role, name } = who;
  const provider = arn('iam', '', role.account, `oidc-provider/${who.host}`);
  const session: Session = {
    role,
    name,
    key: newId('ASIA', role.account, tape.from),
    created: time,
    webId: provider,
  };
  tape.put({
    ...stsEvent(tape, time, role),
    identity: webIdentityUser(provider, 'sts.amazonaws.com', who.subject),
    name: 'AssumeRoleWithWebIdentity',
    region: who.region,
    ip: who.ip,
    agent: who.agent,
    request: { roleArn: role.arn, roleSessionName: name, durationSeconds: 3600 },
    answer: {
      subjectFromWebIdentityToken: who.subject,
      ...handed(tape, session, time, 3600),
      provider,
      audience: 'sts.amazonaws.com',
    },
    tlsHost: `sts.${who.region}.amazonaws.com`,
  });
  return session;
}
