import { ScopeEvents } from './scope-events.ts';
import type { StoredEvent } from './stored-event.ts';

interface Scope {
  readonly account: string;
  readonly region: string;
}

/** Every event the endpoint serves, by account and Region. */
export class EventStore {
  readonly #scopes = new Map<string, ScopeEvents>();
  readonly #ids = new Map<string, Set<string>>();
  readonly #regions = new Set<string>();
  #size = 0;

  /** False when the account already has an event with this id: it is delivered once. */
  add({ account, region }: Scope, event: StoredEvent): boolean {
    const ids = this.#ids.get(account) ?? new Set();
    this.#ids.set(account, ids);
    if (ids.has(event.id)) return false;
    ids.add(event.id);
    const key = scopeKey(account, region, event.insight);
    const events = this.#scopes.get(key) ?? new ScopeEvents();
    this.#scopes.set(key, events);
    events.add(event);
    this.#regions.add(region);
    this.#size += 1;
    return true;
  }

  in({ account, region }: Scope, insight: boolean): ScopeEvents {
    return this.#scopes.get(scopeKey(account, region, insight)) ?? new ScopeEvents();
  }

  /** How many have `from` ≤ time ≤ `to`, epoch milliseconds. */
  count(from: number, to: number): number {
    return [...this.#scopes.values()].reduce((sum, { all }) => sum + all.count(from, to), 0);
  }

  get size(): number {
    return this.#size;
  }

  /** Regions with events, in alphabetical order. */
  get regions(): string[] {
    return [...this.#regions].sort();
  }

  hasRegion(region: string): boolean {
    return this.#regions.has(region);
  }
}

const scopeKey = (account: string, region: string, insight: boolean): string =>
  `${account}:${region}:${insight ? 'insight' : 'management'}`;
