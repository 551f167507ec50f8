import type { Envelope, TrailEvent } from './event.ts';
import { userName } from './identity.ts';
import { type EventId, isEventId, type Scope } from './ids.ts';
import { at, flag, type JsonObject, member, text } from './json.ts';
import { parseRecord } from './record-text.ts';
import { deriveResources } from './resources/resources.ts';
import { parseTime } from './time.ts';

/** An event, or why there is none: in words that follow "The record" or "The event". */
export type ReadEvent =
  | { readonly event: TrailEvent; readonly fault?: undefined }
  | { readonly fault: string; readonly event?: undefined };

/** The record's own id, where it is one. */
export function idOf(record: JsonObject): EventId | undefined {
  const id = text(member(record, 'eventID'));
  return id !== undefined && isEventId(id) ? id : undefined;
}

/** What LookupEvents would say beside this record. */
export function deriveEnvelope(record: JsonObject): Envelope {
  return {
    eventName: text(member(record, 'eventName')),
    eventSource: text(member(record, 'eventSource')),
    username: userName(record),
    accessKeyId: text(at(record, ['userIdentity', 'accessKeyId'])),
    readOnly: flag(member(record, 'readOnly')),
    resources: deriveResources(record),
  };
}

/** Reads a bare record, as it stands in log files. Never throws. */
export function readRecord(raw: string, scope: Scope): ReadEvent {
  const { record, fault } = parseRecord(raw);
  if (record === undefined) return { fault };
  const eventId = idOf(record);
  if (eventId === undefined) return { fault: 'has no eventID' };
  const time = parseTime(member(record, 'eventTime'));
  if (time === undefined) return { fault: 'has no readable eventTime' };
  const { account, region } = scope;
  const envelope = deriveEnvelope(record);
  return { event: { account, region, eventId, time, raw, record, envelope, flaws: [] } };
}
