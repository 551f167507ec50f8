import { type EpochMs, type EpochSecond, latest, msOf } from '@trailglass/record';
import { ArchiveError } from '../archive/archive-error.ts';
import type { Archive } from '../archive/archive.ts';

const DAY_S = 86_400;
/** How often it is looked whether the edge has moved on. */
const LOOK_MS = 60_000;

export interface RetentionClock {
  now(): EpochMs;
  /** AWS has said what time it is, or an endpoint of this machine has. */
  readonly isSure: boolean;
}

/** The second before which nothing is kept: whole days in UTC, so that it moves once a day. */
export const edgeOf = (now: EpochMs, days: number): EpochSecond =>
  ((Math.floor(now / 1000 / DAY_S) - days) * DAY_S) as EpochSecond;

/** Deletes by itself what has become too old, at start and daily. A clock that nobody has confirmed deletes nothing. */
export class Retention {
  #timer: NodeJS.Timeout | undefined;
  #done = -Infinity;
  #closed = false;

  constructor(
    private readonly archive: Archive,
    private readonly days: number,
    private readonly clock: RetentionClock,
    private readonly lookMs = LOOK_MS,
  ) {
    this.#soon(0);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #soon(ms: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      void this.#look().then((again) => this.#soon(again));
    }, ms).unref();
  }

  /** @returns milliseconds until it looks again */
  async #look(): Promise<number> {
    const edge = edgeOf(this.clock.now(), this.days);
    if (!this.clock.isSure || edge <= this.#done) return this.lookMs;
    try {
      const { deleted, more } = await this.archive.upkeep.trim(edge);
      if (!more) this.#done = edge;
      // Nothing deleted and more to do: others were busy, or the disk is full.
      return more && deleted > 0 ? 0 : this.lookMs;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return this.lookMs;
    }
  }
}

/**
 * The archive, of which nothing older than the edge is asked to be kept: a search that reaches beyond it reads there
 * from AWS each time, instead of writing what is deleted again.
 */
export function retaining(archive: Archive, days: number, now: () => EpochMs): Archive {
  const edge = (): EpochSecond => edgeOf(now(), days);
  return {
    ...archive,
    keptFrom: edge,
    write: async (scope, events, claim, life) => {
      const from = edge();
      const young = events.filter(({ at }) => at >= msOf(from));
      const rest =
        claim && claim.to >= from ? { ...claim, from: latest(from, claim.from) } : undefined;
      if (young.length > 0 || rest) await archive.write(scope, young, rest, life);
    },
  };
}
