import {
  type Envelope,
  type JsonObject,
  member,
  parseRecord,
  parseTime,
  type Resource,
  text,
} from '@trailglass/record';
import { type StoredEvent, storedEvent } from '../events/stored-event.ts';
import type { RecordText } from './cut-records.ts';
import type { OwnIds } from './own-ids.ts';

/** A record that can be served, and what decides to whom and where. */
export interface LoadedRecord {
  readonly event: StoredEvent;
  readonly region: string;
  readonly recipientAccountId: string | undefined;
}

/**
 * The record, or why it cannot be served, in words that follow "the record".
 * @param ids without: as it is
 */
export function loadRecord(cut: RecordText, ids?: OwnIds): LoadedRecord | string {
  if (!cut.looked) return loadText(cut.text, ids);
  const { record: item, fault } = parseRecord(cut.text);
  if (item === undefined) return fault;
  const inner = member(item, 'CloudTrailEvent');
  if (typeof inner !== 'string') return 'has no CloudTrailEvent';
  const loaded = loadText(inner, ids);
  if (typeof loaded === 'string') return loaded;
  const { event } = loaded;
  // What AWS itself said about the event is better than what can be derived.
  return { ...loaded, event: { ...event, envelope: { ...event.envelope, ...said(item) } } };
}

function loadText(json: string, ids: OwnIds | undefined): LoadedRecord | string {
  const { record, fault } = parseRecord(json);
  if (record === undefined) return fault;
  const own = ids?.textOf(json, record) ?? json;
  return own === json ? readRecord(record, json) : loadText(own, undefined);
}

function readRecord(record: JsonObject, json: string): LoadedRecord | string {
  const id = text(member(record, 'eventID'));
  if (id === undefined) return 'has no eventID';
  const time = parseTime(member(record, 'eventTime'));
  if (time === undefined) return 'has no readable eventTime';
  const region = text(member(record, 'awsRegion'));
  if (region === undefined) return 'has no awsRegion, so no Region lists it';
  return {
    event: storedEvent({ id, time, text: json }, record),
    region,
    recipientAccountId: text(member(record, 'recipientAccountId')),
  };
}

function said(item: JsonObject): Partial<Envelope> {
  const username = text(member(item, 'Username'));
  const resources: unknown = member(item, 'Resources');
  return {
    ...(username !== undefined && { username }),
    ...(Array.isArray(resources) && { resources: resources.map(resource) }),
  };
}

const resource = (item: unknown): Resource => ({
  type: text(member(item, 'ResourceType')),
  name: text(member(item, 'ResourceName')),
});
