import { liveOverlapMs } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { Listed } from '../archive/stored-event.ts';

interface Sighting {
  readonly at: EpochMs;
  /** It is in the archive. */
  kept: boolean;
}

/**
 * The events that a follower has seen of the time that it still reads again. Not the archive's memory: what another
 * search has put there is still news to whoever follows.
 */
export class Seen {
  readonly #sightings = new Map<string, Sighting>();
  #lately: { readonly since: number; readonly events: readonly Listed[] }[] = [];

  get isEmpty(): boolean {
    return this.#sightings.size === 0;
  }
  has(eventId: string): boolean {
    return this.#sightings.has(eventId);
  }
  isKept(eventId: string): boolean {
    return this.#sightings.get(eventId)?.kept ?? false;
  }

  /** What was kept may have gone. */
  lost(): void {
    for (const sighting of this.#sightings.values()) sighting.kept = false;
  }

  /** Takes a page in and gives what of it is new. */
  take(found: readonly Listed[], kept: boolean): readonly Listed[] {
    const fresh: Listed[] = [];
    for (const { event, at } of found) {
      const known = this.#sightings.get(event.eventId);
      if (known === undefined) {
        this.#sightings.set(event.eventId, { at, kept });
        fresh.push({ event, at });
      } else known.kept ||= kept;
    }
    if (fresh.length > 0) this.#lately.push({ since: performance.now(), events: fresh });
    return fresh;
  }

  /** What was new of late, oldest page first. */
  lately(): readonly (readonly Listed[])[] {
    const since = performance.now() - liveOverlapMs;
    this.#lately = this.#lately.filter((page) => page.since >= since);
    return this.#lately.map(({ events }) => events);
  }

  /** Forgets what is older than anything that will be read again. */
  forget(before: EpochMs): void {
    for (const [id, { at }] of this.#sightings) if (at < before) this.#sightings.delete(id);
    this.lately();
  }
}
