import { endOfSecond, type EpochSecond, msOf, type Scope, scopeKey } from '@trailglass/record';
import { belowOf } from './read-answers.ts';
import type { Found, Part, Position, Read, Stop } from './read.types.ts';

/** All events that match of these scopes between two places in the list, newest first. */
export interface Run {
  readonly scopes: readonly Scope[];
  readonly found: readonly Found[];
  /** It begins behind this one. */
  readonly start: Position;
  /** Behind this one nobody has looked. */
  readonly stop: Stop;
}

/** Characters of records, over all runs; a run that is longer than a quarter of it is not kept. */
const MOST = 32_000_000;

/**
 * What was read a moment ago, with what was read ahead: the next page, and the same page of somebody else, needs no
 * statement. Only as long as nothing has changed in the table.
 */
export class Runs {
  readonly #runs = new Map<
    string,
    { readonly key: string; readonly run: Run; readonly size: number }
  >();
  #size = 0;
  #next = 0;
  #version = 0;

  /** Changes when the table does: to be asked before a run is read. */
  get version(): number {
    return this.#version;
  }

  /** To be called when rows were added or deleted, before anybody is told. */
  changed(): void {
    this.#version += 1;
    this.#runs.clear();
    this.#size = 0;
  }

  /** @param version what it was before the run was read */
  keep(key: string, run: Run, version: number): void {
    const size = run.found.reduce(
      (sum, { stored }) => sum + stored.record.length + stored.envelope.length,
      1_000,
    );
    if (version !== this.#version || size > MOST / 4) return;
    this.#runs.set(String((this.#next += 1)), { key, run, size });
    this.#size += size;
    for (const [oldest, { size }] of this.#runs) {
      if (this.#size <= MOST) return;
      this.#runs.delete(oldest);
      this.#size -= size;
    }
  }

  /** What is known of a read's answer from its beginning on; undefined when nothing is. */
  answer(key: string, read: Read): Part | undefined {
    for (const [id, kept] of this.#runs) {
      const { run } = kept;
      if (kept.key !== key || !beginsWithin(read, run)) continue;
      this.#runs.delete(id);
      this.#runs.set(id, kept);
      return partOf(run, read);
    }
    return undefined;
  }
}

/** A read begins behind this place. */
export function startOf({ to, below }: Pick<Read, 'to' | 'below'>): Position {
  const end = { listedMs: endOfSecond(to), eventId: '' };
  return below && below.listedMs < end.listedMs ? below : end;
}

/** Negative when `a` comes first in the list. */
export const order = (a: Position, b: Position): number =>
  b.listedMs - a.listedMs || (a.eventId === b.eventId ? 0 : a.eventId > b.eventId ? -1 : 1);

/** Whether a run has something to say to all of a read's scopes. */
function beginsWithin(read: Read, { scopes, start, stop }: Run): boolean {
  const begin = startOf(read);
  const held = new Set(scopeKeys(scopes));
  return (
    order(start, begin) <= 0 &&
    scopeKeys(read.scopes).every((key) => held.has(key) && order(begin, belowOf(stop, key)) < 0)
  );
}

/** The events of a run that a read asks for. */
export function partOf(run: Run, read: Read): Part {
  const scopes = new Set(scopeKeys(read.scopes));
  const start = startOf(read);
  const found: Found[] = [];
  for (const one of run.found) {
    if (one.stored.listedMs < msOf(read.from)) break;
    if (!scopes.has(scopeKey(one)) || order(start, one.stored) >= 0) continue;
    found.push(one);
    if (found.length === read.limit) return { found, stopped: stopAt(one) };
  }
  return reaches(run.stop, read.from) ? { found } : { found, stopped: run.stop };
}

/** Nothing of the window is left behind this place. */
const reaches = ({ listedMs, eventId }: Stop, from: EpochSecond): boolean =>
  listedMs < msOf(from) || (listedMs === msOf(from) && eventId === '');

export const stopAt = (one: Found): Stop => ({
  listedMs: one.stored.listedMs,
  eventId: one.stored.eventId,
  scope: scopeKey(one),
});

export const scopeKeys = (scopes: readonly Scope[]): readonly string[] => scopes.map(scopeKey);
