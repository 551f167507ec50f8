import type { EpochMs, EventId, Scope } from './ids.ts';
import type { JsonObject } from './json.ts';

export interface Resource {
  readonly type: string | undefined;
  readonly name: string | undefined;
}

/**
 * An event as Trailglass knows it: the record, and what LookupEvents said about it beside the record.
 * Fields are read from it through the catalogue, never by hand.
 */
export interface TrailEvent extends Scope {
  readonly eventId: EventId;
  readonly time: EpochMs;
  /** The record's JSON text exactly as CloudTrail wrote it. */
  readonly raw: string;
  /** The same, parsed; {} when the text is not a JSON object (see `flaws`). */
  readonly record: JsonObject;
  /** LookupEvents' own members: derived by AWS, and what its lookup attributes match. */
  readonly envelope: Envelope;
  /** What is wrong with the event, in words for people; empty for nearly all. */
  readonly flaws: readonly string[];
}

export interface Envelope {
  readonly eventName?: string | undefined;
  readonly eventSource?: string | undefined;
  readonly username?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly resources: readonly Resource[];
}
