import { type EpochMs, readEvent, type Scope, type TrailEvent } from '@trailglass/record';
import { z } from 'zod';
import { epochMs } from './protocol/units.ts';

/** An event as it is kept: what LookupEvents gave, from which everything else is read again. */
export const StoredEvent = z.object({
  eventId: z.string(),
  /** LookupEvents' EventTime, by which windows are cut and pages ordered; epoch milliseconds. */
  listedMs: epochMs,
  /** The members beside the record, as JSON with LookupEvents' own names. */
  envelope: z.string(),
  /** The record's text. */
  record: z.string(),
  /** The event's own time, where its record is plain and what stands in it can therefore wait; epoch milliseconds. */
  timeMs: epochMs.optional(),
});
export type StoredEvent = z.infer<typeof StoredEvent>;

/** An event and the time at which LookupEvents lists it. */
export interface Listed {
  readonly event: TrailEvent;
  readonly at: EpochMs;
}

export function toStored({ event, at }: Listed): StoredEvent {
  const { eventName, eventSource, username, accessKeyId, readOnly, resources } = event.envelope;
  return {
    eventId: event.eventId,
    listedMs: at,
    envelope: JSON.stringify({
      EventName: eventName,
      EventSource: eventSource,
      Username: username,
      AccessKeyId: accessKeyId,
      ReadOnly: readOnly,
      Resources: resources.map(({ type, name }) => ({ ResourceType: type, ResourceName: name })),
    }),
    record: whole(event.raw),
  };
}

/** The same event again. Throws for what {@link toStored} did not make. */
export function fromStored(stored: StoredEvent, scope: Scope): Listed {
  const item = {
    ...(JSON.parse(stored.envelope) as object),
    EventId: stored.eventId,
    EventTime: new Date(stored.listedMs),
    CloudTrailEvent: stored.record,
  };
  const { event, fault } = readEvent(item, scope);
  if (event === undefined) throw new Error(`A stored event ${fault}.`);
  return { event, at: stored.listedMs };
}

/** Half a character has no place in UTF-8: it is kept as the escape that JSON has for it. */
export const whole = (text: string): string =>
  text.replace(/\p{Cs}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
