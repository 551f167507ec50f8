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
  #read: TrailEvent | undefined;

  constructor(stored: StoredEvent, time: number, { account, region }: Scope) {
    this.account = account;
    this.region = region;
    this.eventId = stored.eventId as EventId;
    this.time = time as EpochMs;
    this.raw = stored.record;
    this.#stored = stored;
  }

  get record(): JsonObject {
    return this.#whole.record;
  }
  get envelope(): TrailEvent['envelope'] {
    return this.#whole.envelope;
  }
  get flaws(): readonly string[] {
    return this.#whole.flaws;
  }

  /** Throws for what `toStored` did not make. */
  get #whole(): TrailEvent {
    this.#read ??= fromStored(this.#stored, this).event;
    return this.#read;
  }
}

/** Throws for what `toStored` did not make, now or when it is looked into. */
export const lateOrNow = (stored: StoredEvent, scope: Scope): Listed =>
  stored.timeMs === undefined
    ? fromStored(stored, scope)
    : {
        event: new LateEvent(stored, stored.timeMs, scope),
        at: stored.listedMs as EpochMs,
      };
