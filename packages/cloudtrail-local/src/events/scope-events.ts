import type { LookupAttributeKey } from '@trailglass/record';
import type { StoredEvent } from './stored-event.ts';
import { Timeline } from './timeline.ts';

type Index = Map<string, Timeline<StoredEvent>>;
const nothing = new Timeline<StoredEvent>();

/** The events of one account in one Region and one category, found by time or by one attribute's exact value. */
export class ScopeEvents {
  readonly all = new Timeline<StoredEvent>();
  // Built when an attribute is first asked for: most are never.
  readonly #indexes = new Map<LookupAttributeKey, Index>();
  #byId: Map<string, StoredEvent> | undefined;

  add(event: StoredEvent): void {
    this.all.add(event);
    this.#byId?.set(event.id, event);
    for (const [attribute, index] of this.#indexes) insert(index, attribute, event);
  }

  having(attribute: LookupAttributeKey, value: string): Timeline<StoredEvent> {
    if (attribute === 'EventId') return this.#withId(value);
    let index = this.#indexes.get(attribute);
    if (!index) {
      index = new Map();
      for (const event of this.all.down(-Infinity, Infinity)) insert(index, attribute, event);
      this.#indexes.set(attribute, index);
    }
    return index.get(value) ?? nothing;
  }

  // A million timelines of one event each would take seconds to build.
  #withId(id: string): Timeline<StoredEvent> {
    if (!this.#byId) {
      this.#byId = new Map();
      for (const event of this.all.down(-Infinity, Infinity)) this.#byId.set(event.id, event);
    }
    const event = this.#byId.get(id);
    if (!event) return nothing;
    const found = new Timeline<StoredEvent>();
    found.add(event);
    return found;
  }
}

function insert(index: Index, attribute: LookupAttributeKey, event: StoredEvent): void {
  const found = values(event, attribute);
  for (const value of found.length > 1 ? new Set(found) : found) {
    const timeline = index.get(value) ?? new Timeline<StoredEvent>();
    timeline.add(event);
    index.set(value, timeline);
  }
}

function values({ id, envelope }: StoredEvent, attribute: LookupAttributeKey): string[] {
  switch (attribute) {
    case 'AccessKeyId':
      return present(envelope.accessKeyId);
    case 'EventId':
      return [id];
    case 'EventName':
      return present(envelope.eventName);
    case 'EventSource':
      return present(envelope.eventSource);
    case 'ReadOnly':
      return present(envelope.readOnly?.toString());
    case 'ResourceName':
      return present(...envelope.resources.map((resource) => resource.name));
    case 'ResourceType':
      return present(...envelope.resources.map((resource) => resource.type));
    case 'Username':
      return present(envelope.username);
  }
}

const present = (...values: (string | undefined)[]): string[] =>
  values.filter((value) => value !== undefined);
