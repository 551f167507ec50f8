import { createHash } from 'node:crypto';
import type { Request } from '../protocol/protocol.ts';

/** Deaths of the store at which the same question was being answered, before it is refused. */
const DEATHS = 3;
const REFUSED_MS = 10 * 60_000;
/** Questions remembered; the longest unseen is forgotten first. */
const MOST = 500;
/** These look at no event, so no event can make them deadly; they are only ever there by chance. */
const harmless: ReadonlySet<Request['op']> = new Set(['alive', 'coverage']);

interface Record {
  deaths: number;
  refusedUntil: number;
}

/**
 * Which questions the store died of: one that is asked again and again would keep it down for everybody. Whoever was
 * there is suspected; one that has been answered is not any more.
 */
export class Suspects {
  readonly #known = new Map<string, Record>();

  /** @param now milliseconds of a clock that only moves on */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Milliseconds for which this is still refused; 0 when it may be asked. */
  refusedMs(request: Request): number {
    if (this.#known.size === 0) return 0;
    const found = this.#known.get(keyOf(request));
    return found === undefined ? 0 : Math.max(0, found.refusedUntil - this.now());
  }

  /** The store died while it was being asked these. */
  died(requests: readonly Request[]): void {
    for (const key of new Set(requests.filter(({ op }) => !harmless.has(op)).map(keyOf))) {
      const deaths = (this.#known.get(key)?.deaths ?? 0) + 1;
      this.#known.delete(key);
      this.#known.set(key, {
        deaths,
        refusedUntil: deaths >= DEATHS ? this.now() + REFUSED_MS : 0,
      });
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(oldest);
    }
  }

  answered(request: Request): void {
    if (this.#known.size > 0) this.#known.delete(keyOf(request));
  }
}

const keyOf = (request: Request): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64');
