import type { Resource } from '@trailglass/record';
import type { StoredEvent } from '../events/stored-event.ts';
import type { LookupPage } from './lookup-events.ts';

/** The body of LookupEvents' answer. Members without a value are left out, as AWS does. */
export const printPage = (page: LookupPage): string =>
  JSON.stringify({ Events: page.events.map(printEvent), NextToken: page.nextToken });

const printEvent = ({ id, time, text, envelope }: StoredEvent) => ({
  EventId: id,
  EventName: envelope.eventName,
  ReadOnly: envelope.readOnly?.toString(),
  AccessKeyId: envelope.accessKeyId,
  EventTime: time / 1000,
  EventSource: envelope.eventSource,
  Username: envelope.username,
  Resources: envelope.resources.map(printResource),
  CloudTrailEvent: text,
});

const printResource = ({ type, name }: Resource) => ({ ResourceType: type, ResourceName: name });
