import { scopeKey, type EventId, type Scope, type TrailEvent } from '@trailglass/record';

const MAX_BYTES = 64 * 1024 * 1024;
/** The parsed record beside its text: a few times the text's own size. */
const WEIGHT = 6;

const keyOf = (scope: Scope, id: string): string => `${scopeKey(scope)}:${id}`;

/** Events that a list has just shown, so that opening one asks AWS nothing. The longest unused go first. */
export class RecentEvents {
  readonly #events = new Map<string, TrailEvent>();
  #bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  add(event: TrailEvent): void {
    const key = keyOf(event, event.eventId);
    this.#remove(key);
    this.#events.set(key, event);
    this.#bytes += weightOf(event);
    for (const oldest of this.#events.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.#remove(oldest);
    }
  }

  get(scope: Scope, id: EventId): TrailEvent | undefined {
    const key = keyOf(scope, id);
    const event = this.#events.get(key);
    if (event !== undefined) {
      this.#events.delete(key);
      this.#events.set(key, event);
    }
    return event;
  }

  #remove(key: string): void {
    const event = this.#events.get(key);
    if (event === undefined) return;
    this.#events.delete(key);
    this.#bytes -= weightOf(event);
  }
}

const weightOf = (event: TrailEvent): number => event.raw.length * WEIGHT + 1_000;
