import { deriveEnvelope, type Envelope, type JsonObject, member, text } from '@trailglass/record';

/** One event as LookupEvents knows it: the record's text, and what AWS derives from it beside the record. */
export interface StoredEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The record exactly as it was loaded. */
  readonly text: string;
  /** Insights events come back only when asked for by category. */
  readonly insight: boolean;
  readonly envelope: Envelope;
}

export function storedEvent(
  known: { readonly id: string; readonly time: number; readonly text: string },
  record: JsonObject,
): StoredEvent {
  const insight =
    member(record, 'eventCategory') === 'Insight' ||
    member(record, 'eventType') === 'AwsCloudTrailInsight';
  const envelope = deriveEnvelope(record);
  return { ...known, insight, envelope: insight ? withInsight(envelope, record) : envelope };
}

/** An Insights record names its event only inside insightDetails. */
function withInsight(envelope: Envelope, record: JsonObject): Envelope {
  const details = member(record, 'insightDetails');
  return {
    ...envelope,
    eventName: envelope.eventName ?? text(member(details, 'eventName')),
    eventSource: envelope.eventSource ?? text(member(details, 'eventSource')),
  };
}
