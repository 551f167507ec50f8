import { type EpochMs, handout, moved, secondOf } from '@trailglass/record';
import { beganAt, originOf, principalIdOf, signInOf } from './origin.ts';
import type { Cut, Held, Origin } from './held.types.ts';

export interface Bounds {
  /** Hand-overs in a row. */
  readonly depth: number;
  /** In the whole tree. */
  readonly keys: number;
}
export interface Walk {
  readonly held: Held;
  /** Where there are more keys than are shown, those nearest to this time are; milliseconds. */
  readonly near: EpochMs;
  readonly bounds: Bounds;
  readonly signal: AbortSignal;
}
/** Of every key in the tree, the key that handed it out; the top has none. */
export interface Grown {
  readonly top: string;
  readonly parents: ReadonlyMap<string, string>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly cut: ReadonlySet<Cut>;
}

/** One key is handed out once, and seen by two accounts; more are somebody's odd records. */
const RECORDS_A_KEY = 8;
/** A sign-in and the session that it begins are a moment apart. */
const SIGN_IN_MS = 120_000;

/** A tree as far as it has grown: when the time is up what is there is the answer. */
export class Growing implements Grown {
  readonly parents = new Map<string, string>();
  readonly origins = new Map<string, Origin>();
  readonly cut = new Set<Cut>();
  /** From the key that was asked for up to the top. */
  readonly #path: string[];

  constructor(
    focus: string,
    private readonly walk: Walk,
  ) {
    this.#path = [focus];
  }

  get top(): string {
    return this.#path.at(-1) ?? '';
  }

  /** Up to the first key whose caller has none, or is not known. */
  async up(): Promise<void> {
    for (;;) {
      const key = this.top;
      const origin = (await this.#origins([key])).get(key) ?? (await this.#signIn(key));
      if (origin) this.origins.set(key, origin);
      const by = origin?.by;
      if (by === undefined) return;
      if (this.#path.includes(by)) return void this.cut.add('cycle');
      if (this.#path.length > this.walk.bounds.depth) return void this.cut.add('depth');
      this.parents.set(key, by);
      this.#path.push(by);
    }
  }

  /** Down to every key that was handed out, level by level. */
  async down(): Promise<void> {
    let level = [this.top];
    const known = new Set(this.#path);
    const steps = this.#path.length - 1;
    for (let depth = 0; level.length > 0; depth += 1) {
      const onPath = depth < steps ? this.#path.slice(steps - depth - 1, steps - depth) : [];
      const deepest = steps + this.walk.bounds.depth;
      const made = await this.#madeBy(level, known);
      if (made.length > 0 && depth >= deepest) return void this.cut.add('depth');
      for (const origin of made) {
        if (known.size >= this.walk.bounds.keys) {
          this.cut.add('nodes');
          break;
        }
        known.add(origin.key);
        this.origins.set(origin.key, origin);
        if (origin.by !== undefined) this.parents.set(origin.key, origin.by);
        onPath.push(origin.key);
      }
      level = onPath;
    }
  }

  /** What these keys handed out, without what is known; each has one origin, whoever else claims it. */
  async #madeBy(keys: readonly string[], known: ReadonlySet<string>): Promise<readonly Origin[]> {
    const { held, near, bounds, signal } = this.walk;
    const limit = bounds.keys + known.size + 1;
    const calls = await held.handouts({ of: 'made-by', keys: [...keys], near, limit }, signal);
    if (calls.length === limit) this.cut.add('nodes');
    const given = new Set(calls.flatMap(({ record }) => handout(record)?.key ?? []));
    const fresh = [...given].filter((key) => !known.has(key)).slice(0, bounds.keys + 1);
    const origins = await this.#origins(fresh);
    return fresh.flatMap((key) => {
      const origin = origins.get(key);
      return origin?.by !== undefined && keys.includes(origin.by) ? [origin] : [];
    });
  }

  async #origins(keys: readonly string[]): Promise<ReadonlyMap<string, Origin>> {
    if (keys.length === 0) return new Map();
    const { held, near, signal } = this.walk;
    const limit = RECORDS_A_KEY * keys.length;
    const calls = await held.handouts({ of: 'origin', keys: [...keys], near, limit }, signal);
    const origins = keys.map((key) => [key, originOf(key, calls)] as const);
    return new Map(origins.flatMap(([key, origin]) => (origin ? [[key, origin] as const] : [])));
  }

  /** A console session's key is in no answer: it is known by who signed in, and when. */
  async #signIn(key: string): Promise<Origin | undefined> {
    const { held, signal } = this.walk;
    const [use] = await held.keyUses({ keys: [key], addresses: 1 }, signal);
    const principalId = use && principalIdOf(use.oldest);
    const began = use && beganAt(use.oldest);
    if (principalId === undefined || began === undefined) return undefined;
    const from = secondOf(moved(began, -SIGN_IN_MS));
    const to = secondOf(moved(began, SIGN_IN_MS));
    return signInOf(key, began, await held.signIns({ principalId, from, to }, signal));
  }
}
