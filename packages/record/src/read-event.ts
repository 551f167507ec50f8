import type { Envelope, Resource } from './event.ts';
import { type EpochMs, isEventId, type Scope } from './ids.ts';
import { flag, type JsonObject, member, text } from './json.ts';
import { idOf, type ReadEvent } from './read-record.ts';
import { parseRecord } from './record-text.ts';
import { parseTime, printTime } from './time.ts';

const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The wire has epoch seconds, the SDK a Date; a string is taken as a record's would be. */
function envelopeTime(value: unknown): EpochMs | undefined {
  const ms =
    value instanceof Date
      ? value.getTime()
      : typeof value === 'number'
        ? Math.round(value * 1000)
        : parseTime(value);
  return ms !== undefined && ms >= 0 && ms <= lastTime ? (ms as EpochMs) : undefined;
}

function resource(value: unknown): Resource[] {
  const type = text(member(value, 'ResourceType'));
  const name = text(member(value, 'ResourceName'));
  return type === undefined && name === undefined ? [] : [{ type, name }];
}

function readEnvelope(item: unknown): Envelope {
  const resources: unknown = member(item, 'Resources');
  return {
    eventName: text(member(item, 'EventName')),
    eventSource: text(member(item, 'EventSource')),
    username: text(member(item, 'Username')),
    accessKeyId: text(member(item, 'AccessKeyId')),
    readOnly: flag(member(item, 'ReadOnly')),
    resources: Array.isArray(resources) ? resources.flatMap(resource) : [],
  };
}

interface Inner {
  readonly record: JsonObject;
  readonly flaw?: string;
}

/** The record within the item, if it is this event's. */
function readInner(raw: string, id: string | undefined): Inner {
  if (raw === '') return { record: {}, flaw: 'LookupEvents gave no record for this event.' };
  const { record, fault } = parseRecord(raw);
  if (record === undefined) return { record: {}, flaw: `The record ${fault}.` };
  const inner = text(member(record, 'eventID'));
  if (id !== undefined && inner !== undefined && inner !== id)
    return { record: {}, flaw: `The record is of another event, ${inner.slice(0, 128)}.` };
  return { record };
}

const second = (time: EpochMs): number => Math.floor(time / 1000);

function timeFlaw(outer: EpochMs | undefined, inner: EpochMs | undefined): string | undefined {
  if (inner === undefined)
    return 'The record has no readable eventTime; the time is LookupEvents’.';
  if (outer === undefined || second(outer) === second(inner)) return undefined;
  return `LookupEvents gave the time ${printTime(outer)}; the record’s own is shown.`;
}

function regionFlaw(record: JsonObject, scope: Scope): string | undefined {
  const region = text(member(record, 'awsRegion'));
  // Sign-ins are listed in one Region and name another.
  const signIn = text(member(record, 'eventType')) === 'AwsConsoleSignIn';
  if (region === undefined || region === scope.region || signIn) return undefined;
  return `The record names the Region ${region.slice(0, 64)}; it was found in ${scope.region}.`;
}

/**
 * Reads one item of a LookupEvents answer. A record that is missing, broken or another event's leaves an event of what
 * stands beside it, with a flaw that says so; without a usable id or time there is no event. Never throws.
 */
export function readEvent(item: unknown, scope: Scope): ReadEvent {
  const { account, region } = scope;
  const given = text(member(item, 'EventId'));
  const outerId = given !== undefined && isEventId(given) ? given : undefined;
  const raw = text(member(item, 'CloudTrailEvent')) ?? '';
  const { record, flaw } = readInner(raw, outerId);
  const eventId = outerId ?? idOf(record);
  if (eventId === undefined) return { fault: 'has no usable EventId' };
  const outer = envelopeTime(member(item, 'EventTime'));
  const inner = parseTime(member(record, 'eventTime'));
  const time = inner ?? outer;
  if (time === undefined) return { fault: 'has no readable time' };
  const flaws = flaw === undefined ? [timeFlaw(outer, inner), regionFlaw(record, scope)] : [flaw];
  const known = flaws.filter((one) => one !== undefined);
  const envelope = readEnvelope(item);
  return { event: { account, region, eventId, time, raw, record, envelope, flaws: known } };
}
