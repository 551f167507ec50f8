import type { Scope } from '@trailglass/record';
import { fromStored, type Listed, type StoredEvent } from './stored-event.ts';

/** A dozen pages of a few filters: what several people look at in the same minutes. */
const MOST_EVENTS = 4_000;
/** Of records' text; their own, beside it, is a few times as large. */
const MOST_CHARACTERS = 8_000_000;

interface Revived {
  readonly stored: StoredEvent;
  readonly listed: Listed;
}

/**
 * Events as they were read from the archive lately, so that what many look at is parsed once. An event counts as the same
 * when every character that was kept of it is. The longest unused go first.
 */
export class RecentlyRevived {
  readonly #events = new Map<string, Revived>();
  #characters = 0;

  /** Throws for what `toStored` did not make. */
  revive(stored: StoredEvent, scope: Scope): Listed {
    const key = `${scope.account}:${scope.region}:${stored.eventId}`;
    const before = this.#events.get(key);
    if (before !== undefined) this.#remove(key, before);
    const same = before !== undefined && isSame(before.stored, stored);
    const revived = same ? before : { stored, listed: fromStored(stored, scope) };
    this.#events.set(key, revived);
    this.#characters += weightOf(revived);
    for (const [oldest, one] of this.#events) {
      if (this.#events.size <= MOST_EVENTS && this.#characters <= MOST_CHARACTERS) break;
      this.#remove(oldest, one);
    }
    return revived.listed;
  }

  #remove(key: string, revived: Revived): void {
    this.#events.delete(key);
    this.#characters -= weightOf(revived);
  }
}

const isSame = (a: StoredEvent, b: StoredEvent): boolean =>
  a.listedMs === b.listedMs && a.envelope === b.envelope && a.record === b.record;

const weightOf = ({ stored }: Revived): number => stored.record.length + stored.envelope.length;
