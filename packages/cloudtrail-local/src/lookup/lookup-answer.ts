import type { Resource } from '@trailglass/record';
import type { StoredEvent } from '../events/stored-event.ts';
import type { LookupPage } from './lookup-events.ts';

/** The body of LookupEvents' answer. Members without a value are left out, as AWS does. */
export const printPage = (page: LookupPage): string =>
  JSON.stringify({ Events: page.events.map(printEvent), NextToken: page.nextToken });

const printEvent = (event: StoredEvent) => ({
  EventId: event.id,
  EventName: event.eventName,
  ReadOnly: event.readOnly,
  AccessKeyId: event.accessKeyId,
  EventTime: event.time / 1000,
  EventSource: event.eventSource,
  Username: event.username,
  Resources: event.resources.map(printResource),
  CloudTrailEvent: event.text,
});

const printResource = ({ type, name }: Resource) => ({ ResourceType: type, ResourceName: name });
