import type { SessionNode } from '@trailglass/api';
import {
  at,
  handout,
  type JsonObject,
  principal,
  type PrincipalKind,
  text,
  type TrailEvent,
} from '@trailglass/record';
import type { Origin } from './held.types.ts';

type Holder = SessionNode['holder'];

const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Who made a call. */
export function holderOf(record: JsonObject): Holder {
  const { kind, label, accountId, roleName, sessionName, sourceIdentity, onBehalfOf, mfa } =
    principal(record);
  const holder = { account: accountId, roleName, sessionName, sourceIdentity, onBehalfOf, mfa };
  return { kind, label, ...(present(holder) as Partial<Holder>) };
}

/** Whose a key is, as an event that was called with it says. */
export const holderByUse = ({ record }: TrailEvent): Holder => holderOf(record);

/** Whose a key is, as the call that handed it out says: all that there is of a key that was never used. */
export function holderByCall(origin: Origin | undefined): Holder {
  const given = origin && handout(origin.event.record);
  if (given === undefined) return { kind: 'unknown', label: 'an unknown caller' };
  const { holder = 'an unknown caller', roleName, accountId, kind, name } = given;
  const requested = text(at(origin?.event.record, ['requestParameters', 'sourceIdentity']));
  const federated: PrincipalKind = name === 'GetFederationToken' ? 'federated' : 'user';
  const isUser = kind === 'long-lived' || roleName === undefined;
  return {
    kind: isUser ? federated : 'session',
    label: holder,
    ...(accountId !== undefined && { account: accountId }),
    ...(roleName !== undefined && { roleName, sessionName: holder }),
    ...(requested !== undefined && { sourceIdentity: requested }),
  };
}

const persons = new Set(['saml', 'identity-center', 'root', 'user', 'directory']);

/** Somebody, or a user that may be somebody: what AWS knows of people. */
export const isPerson = ({ kind, roleName, onBehalfOf }: Holder): boolean =>
  persons.has(kind) || onBehalfOf !== undefined || roleName?.startsWith('AWSReservedSSO_') === true;
