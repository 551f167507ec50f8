import {
  deriveResources,
  flag,
  type JsonObject,
  member,
  type Resource,
  text,
  userName,
} from '@trailglass/record';

/** One event as LookupEvents knows it: the record's text, and what AWS derives from it beside the record. */
export interface StoredEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The record exactly as it was loaded. */
  readonly text: string;
  /** Insights events come back only when asked for by category. */
  readonly insight: boolean;
  readonly eventName: string | undefined;
  readonly eventSource: string | undefined;
  readonly username: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly readOnly: 'true' | 'false' | undefined;
  readonly resources: readonly Resource[];
}

export function storedEvent(
  known: { readonly id: string; readonly time: number; readonly text: string },
  record: JsonObject,
): StoredEvent {
  const insight =
    member(record, 'eventCategory') === 'Insight' ||
    member(record, 'eventType') === 'AwsCloudTrailInsight';
  // An Insights record names its event only inside insightDetails.
  const named = insight ? member(record, 'insightDetails') : record;
  const readOnly = flag(member(record, 'readOnly'));
  return {
    ...known,
    insight,
    eventName: text(member(named, 'eventName')) ?? text(member(record, 'eventName')),
    eventSource: text(member(named, 'eventSource')) ?? text(member(record, 'eventSource')),
    username: userName(record),
    accessKeyId: text(member(member(record, 'userIdentity'), 'accessKeyId')),
    readOnly: readOnly === undefined ? undefined : readOnly ? 'true' : 'false',
    resources: deriveResources(record),
  };
}
