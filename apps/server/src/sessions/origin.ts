import {
  at,
  type EpochMs,
  handout,
  member,
  parseTime,
  text,
  type TrailEvent,
} from '@trailglass/record';
import type { Origin } from './held.types.ts';

/** The key with which an event was called. */
export const callerKey = ({ record, envelope }: TrailEvent): string | undefined =>
  text(at(record, ['userIdentity', 'accessKeyId'])) ?? envelope.accessKeyId;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byTime = (a: TrailEvent, b: TrailEvent): number =>
  a.time - b.time ||
  compare(a.eventId, b.eventId) ||
  compare(a.account, b.account) ||
  compare(a.region, b.region);

/** Both accounts have a record of one call: each its own event id, and one id that they share. */
const callOf = ({ record, eventId }: TrailEvent): string =>
  text(member(record, 'sharedEventID')) ?? text(member(record, 'requestID')) ?? eventId;

/**
 * Who handed out a key, from all that may have. The copy that names the caller's key says most; the account that owns a
 * role sees no more than which account called. A key that seems to have handed out itself has no known caller.
 */
export function originOf(key: string, events: readonly TrailEvent[]): Origin | undefined {
  const gave = events.filter(({ record }) => handout(record)?.key === key).sort(byTime);
  const maker = (event: TrailEvent): string | undefined => {
    const by = callerKey(event);
    return by === key ? undefined : by;
  };
  const event = gave.find((one) => maker(one) !== undefined) ?? gave.find(saysMost) ?? gave[0];
  const given = event && handout(event.record);
  if (event === undefined || given === undefined) return undefined;
  const call = callOf(event);
  const others = gave.filter((one) => one !== event && callOf(one) === call);
  const { name, kind, expires } = given;
  return { key, name, kind, expires, by: maker(event), event, copies: [event, ...others] };
}

const saysMost = ({ record }: TrailEvent): boolean =>
  text(at(record, ['userIdentity', 'type'])) !== 'AWSAccount';

/** When the session behind a key began, as each of its events says. */
export const beganAt = ({ record }: TrailEvent): EpochMs | undefined =>
  parseTime(at(record, ['userIdentity', 'sessionContext', 'attributes', 'creationDate']));

export const principalIdOf = ({ record }: TrailEvent): string | undefined =>
  text(at(record, ['userIdentity', 'principalId']));

/** The sign-in with which a session began: the nearest to its beginning that was let in. */
export function signInOf(
  key: string,
  began: EpochMs,
  events: readonly TrailEvent[],
): Origin | undefined {
  const distance = (event: TrailEvent): number => Math.abs(event.time - began);
  const [event] = events
    .filter(({ record }) => text(at(record, ['responseElements', 'ConsoleLogin'])) === 'Success')
    .sort((a, b) => distance(a) - distance(b) || byTime(a, b));
  return event && { key, name: 'ConsoleLogin', kind: 'sign-in', event, copies: [event] };
}
