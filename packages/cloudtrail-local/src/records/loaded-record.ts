import {
  isObject,
  type JsonObject,
  member,
  parseTime,
  type Resource,
  text,
} from '@trailglass/record';
import { type StoredEvent, storedEvent } from '../events/stored-event.ts';
import type { RecordText } from './cut-records.ts';
import { valueAt } from './json-text.ts';

/** A record that can be served, and what decides to whom and where. */
export interface LoadedRecord {
  readonly event: StoredEvent;
  readonly region: string;
  readonly recipientAccountId: string | undefined;
}

/** Real records reach about 12; deeper ones are there to break a reader. */
const deepest = 100;

/** The record, or in words why it cannot be served. */
export function loadRecord(cut: RecordText): LoadedRecord | string {
  const tooDeep = `nested deeper than ${deepest} levels`;
  if (cut.depth > deepest) return tooDeep;
  if (!cut.looked) return loadText(cut.text);
  const envelope = parse(cut.text);
  const inner = member(envelope, 'CloudTrailEvent');
  if (typeof inner !== 'string') return 'no CloudTrailEvent in it';
  if (depthOf(inner) > deepest) return tooDeep;
  const loaded = loadText(inner);
  // What AWS itself said about the event is better than what can be derived.
  return typeof loaded === 'string'
    ? loaded
    : { ...loaded, event: { ...loaded.event, ...said(envelope) } };
}

function loadText(json: string): LoadedRecord | string {
  const record = parse(json);
  if (record === undefined) return 'not JSON';
  if (!isObject(record)) return 'not a JSON object';
  return readRecord(record, json);
}

function readRecord(record: JsonObject, json: string): LoadedRecord | string {
  const id = text(member(record, 'eventID'));
  if (id === undefined) return 'no eventID';
  const given = member(record, 'eventTime');
  if (given === undefined) return 'no eventTime';
  const time = parseTime(given);
  if (time === undefined) return 'eventTime is not a time';
  const region = text(member(record, 'awsRegion'));
  if (region === undefined) return 'no awsRegion';
  return {
    event: storedEvent({ id, time, text: json }, record),
    region,
    recipientAccountId: text(member(record, 'recipientAccountId')),
  };
}

function said(envelope: unknown): Partial<StoredEvent> {
  const username = text(member(envelope, 'Username'));
  const resources = member(envelope, 'Resources');
  return {
    ...(username !== undefined && { username }),
    ...(Array.isArray(resources) && { resources: resources.map(resource) }),
  };
}

const resource = (item: unknown): Resource => ({
  type: text(member(item, 'ResourceType')),
  name: text(member(item, 'ResourceName')),
});

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function depthOf(json: string): number {
  try {
    return valueAt(json, 0).depth;
  } catch {
    return 0;
  }
}
