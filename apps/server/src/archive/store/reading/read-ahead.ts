import { isEverything } from '@trailglass/query';
import { scopeKey, type Scope } from '@trailglass/record';
import { type Answers, answersOf, type Counts, countOf } from './read-answers.ts';
import type { Part, Read } from './read.types.ts';
import { partOf, type Run, Runs, scopeKeys, startOf } from './runs.ts';

/** Events read at a time: taking compressed records apart costs by the thousand, and the next page is near. */
const TIMES = 4;
const MOST = 500;
/** Searches of which it is remembered which scopes they read together. */
const SEARCHES = 200;
/** Counts remembered: the same page is most often asked for by several. */
const COUNTS = 500;

export interface AheadParts {
  readonly read: (read: Read, signal: AbortSignal) => Promise<Run>;
  /** Events of each scope that a part of an answer went through, those that do not match included. */
  readonly count: (read: Read, part: Part, signal: AbortSignal) => Promise<Counts>;
}

/**
 * Reads a little more than was asked and answers from it as long as it holds. Scopes of one search are read together
 * wherever each of them stands: one statement for all of them, not one for each.
 */
export class ReadAhead {
  readonly #runs = new Runs();
  readonly #loading = new Map<string, Promise<unknown>>();
  readonly #scopes = new Map<string, readonly Scope[]>();
  readonly #counts = new Map<string, Counts>();
  readonly #counting = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: AheadParts) {}

  /** To be called when rows were added or deleted, before anybody is told. */
  changed(): void {
    this.#runs.changed();
  }

  async answer(read: Read, signal: AbortSignal): Promise<Answers> {
    const key = JSON.stringify([read.search ?? scopeKeys(read.scopes), read.filter]);
    let part = this.#runs.answer(key, read);
    // What somebody is reading of the same list is most often what is wanted here, too.
    for (let other = this.#loading.get(key); !part && other; other = this.#loading.get(key)) {
      await other.catch(() => undefined);
      signal.throwIfAborted();
      part = this.#runs.answer(key, read);
    }
    part ??= await this.#load(key, read, signal);
    return answersOf(read.scopes, part, await this.#examined(key, read, part, signal));
  }

  async #examined(key: string, read: Read, part: Part, signal: AbortSignal): Promise<Counts> {
    if (isEverything(read.filter)) return countOf(part);
    const { version } = this.#runs;
    const places = [startOf(read), part.stopped ?? read.from, scopeKeys(read.scopes)];
    const asked = JSON.stringify([version, key, ...places]);
    // One who waits for another's counts himself if that one has left.
    for (let other = this.#counting.get(asked); other; other = this.#counting.get(asked)) {
      await other.catch(() => undefined);
      signal.throwIfAborted();
    }
    return this.#counts.get(asked) ?? (await this.#count(asked, read, part, signal));
  }

  async #count(asked: string, read: Read, part: Part, signal: AbortSignal): Promise<Counts> {
    const counting = this.parts.count(read, part, signal);
    this.#counting.set(asked, counting);
    try {
      const counts = await counting;
      if (this.#counts.size >= COUNTS) this.#counts.clear();
      this.#counts.set(asked, counts);
      return counts;
    } finally {
      this.#counting.delete(asked);
    }
  }

  async #load(key: string, read: Read, signal: AbortSignal): Promise<Part> {
    const scopes = this.#together(key, read);
    const paged = read.search !== undefined;
    const limit = paged ? Math.max(read.limit, Math.min(MOST, TIMES * read.limit)) : read.limit;
    const { version } = this.#runs;
    const loading = this.parts.read({ ...read, scopes, limit, enough: read.limit }, signal);
    this.#loading.set(key, loading);
    try {
      const run = await loading;
      // Who reads everything from end to end comes by only once.
      if (paged) this.#runs.keep(key, run, version);
      return partOf(run, read);
    } finally {
      this.#loading.delete(key);
    }
  }

  /** Those that the same search has asked for before, too. */
  #together(key: string, { search, scopes }: Read): readonly Scope[] {
    if (search === undefined) return scopes;
    const known = this.#scopes.get(key) ?? [];
    const all = [...new Map([...known, ...scopes].map((one) => [scopeKey(one), one])).values()];
    this.#scopes.delete(key);
    this.#scopes.set(key, all);
    for (const oldest of this.#scopes.keys()) {
      if (this.#scopes.size <= SEARCHES) break;
      this.#scopes.delete(oldest);
    }
    return all;
  }
}
