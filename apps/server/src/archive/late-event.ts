import type {
  AccountId,
  EpochMs,
  EventId,
  JsonObject,
  Region,
  Scope,
  TrailEvent,
} from '@trailglass/record';
import { fromStored, type Listed, type StoredEvent } from './stored-event.ts';

interface Read {
  readonly of?: LateEvent;
  record?: JsonObject;
  envelope?: TrailEvent['envelope'];
}

/**
 * An event of the archive whose record is plain: the text is what JSON.stringify writes, and nothing has to be read to
 * copy it. What stands in it is read when it is asked for.
 */
export class LateEvent implements TrailEvent {
  readonly account: AccountId;
  readonly region: Region;
  readonly eventId: EventId;
  readonly time: EpochMs;
  readonly raw: string;
  readonly #stored: StoredEvent;
  /** Who looks into an event looks at all that he wants of it, and then at the next: only one is held read. */
  static #latest: Read = {};

  constructor(stored: StoredEvent, time: EpochMs, { account, region }: Scope) {
    this.account = account;
    this.region = region;
    this.eventId = stored.eventId as EventId;
    this.time = time;
    this.raw = stored.record;
    this.#stored = stored;
  }

  /** Plain text was measured when it was written: neither too deep nor too long. */
  get record(): JsonObject {
    const latest = this.#read();
    latest.record ??= JSON.parse(this.raw) as JsonObject;
    return latest.record;
  }
  /** What stands beside the record is the same without it. */
  get envelope(): TrailEvent['envelope'] {
    const latest = this.#read();
    latest.envelope ??= fromStored({ ...this.#stored, record: '' }, this).event.envelope;
    return latest.envelope;
  }
  get flaws(): readonly string[] {
    return fromStored(this.#stored, this).event.flaws;
  }

  #read(): Read {
    if (LateEvent.#latest.of !== this) LateEvent.#latest = { of: this };
    return LateEvent.#latest;
  }
}

/** Throws for what `toStored` did not make, now or when it is looked into. */
export const lateOrNow = (stored: StoredEvent, scope: Scope): Listed =>
  stored.timeMs === undefined
    ? fromStored(stored, scope)
    : {
        event: new LateEvent(stored, stored.timeMs, scope),
        at: stored.listedMs,
      };
