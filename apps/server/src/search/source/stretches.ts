import { type EpochSecond, latest, moved } from '@trailglass/record';
/** Of all scopes together: so many events, or characters of records, or so long. */
const AIM = { events: 3_000, characters: 4_000_000, ms: 300 };
/** Of the window. */
const FIRST_PART = 1 / 256;
/** What the next one is to the last one, at most. */
const WIDER = 8;

interface Held {
  readonly events: number;
  readonly characters: number;
  /** Of the scope that took longest. */
  readonly ms: number;
}

/**
 * A window cut into stretches that each hold about as much as fits into memory, and whose bounds are the same for every
 * scope wherever its reading begins: what all of them ask for at once is one look at the archive.
 */
export class Stretches {
  /** The first second of each, newest first. */
  readonly #starts: EpochSecond[] = [];
  readonly #held = new Map<number, Held>();

  constructor(
    private readonly from: EpochSecond,
    private readonly to: EpochSecond,
  ) {}

  /** The first second of the stretch in which this one lies. */
  startOf(second: EpochSecond): EpochSecond {
    for (;;) {
      const last = this.#starts.at(-1);
      if (last !== undefined && last <= Math.max(second, this.from))
        return this.#starts.find((start) => start <= second) ?? this.from;
      this.#starts.push(latest(this.from, moved(last ?? moved(this.to, 1), -this.#width())));
    }
  }

  /** What a scope's part of a stretch came to. */
  held(start: EpochSecond, { events, characters, ms }: Held): void {
    const before = this.#held.get(start);
    this.#held.set(start, {
      events: events + (before?.events ?? 0),
      characters: characters + (before?.characters ?? 0),
      ms: Math.max(ms, before?.ms ?? 0),
    });
  }

  /** Seconds. */
  #width(): number {
    const [start, before] = [this.#starts.at(-1), this.#starts.at(-2) ?? this.to + 1];
    const held = start === undefined ? undefined : this.#held.get(start);
    if (start === undefined) return Math.ceil((this.to + 1 - this.from) * FIRST_PART);
    if (held === undefined) return before - start;
    const factor = Math.min(
      WIDER,
      AIM.events / held.events,
      AIM.characters / held.characters,
      AIM.ms / held.ms,
    );
    return Math.max(1, Math.floor((before - start) * factor));
  }
}
