import { type EpochSecond, latest, type Scope, scopeKey } from '@trailglass/record';
import {
  type Claim,
  type Coverage,
  nothingCovered,
  since,
  type Span,
  union,
  withClaim,
} from '../../coverage.ts';

/** What has been read, as the table `coverage` has it: a page adds a row there and a claim here. */
export class Ledger {
  readonly #known = new Map<string, Coverage>();
  readonly #asked = new Map<string, Scope & { at: EpochSecond }>();

  add(scope: Scope, kind: string, claim: Claim): void {
    const key = keyOf(scope, kind);
    this.#known.set(key, withClaim(this.#known.get(key) ?? nothingCovered, claim));
    this.askedAt(scope, claim.fetchedAt);
  }

  /** What many claims prove together. */
  join(scope: Scope, kind: string, part: keyof Coverage, span: Span): void {
    const key = keyOf(scope, kind);
    const known = this.#known.get(key) ?? nothingCovered;
    this.#known.set(key, { ...known, [part]: union(known[part], span) });
  }

  askedAt({ account, region }: Scope, second: EpochSecond): void {
    const key = scopeKey({ account, region });
    const at = latest(second, this.#asked.get(key)?.at ?? second);
    this.#asked.set(key, { account, region, at });
  }

  /** When AWS was last asked about each scope. */
  asked(): (Scope & { at: EpochSecond })[] {
    return [...this.#asked.values()];
  }

  /** Of nothing before this second it is known any more that it was read. */
  forget(before: EpochSecond): void {
    for (const [key, { settled, provisional }] of this.#known)
      this.#known.set(key, {
        settled: since(settled, before),
        provisional: since(provisional, before),
      });
  }

  of(scope: Scope, kind: string): Coverage {
    return this.#known.get(keyOf(scope, kind)) ?? nothingCovered;
  }
}

/** A Region has no space in it, so what follows the first one is the kind. */
const keyOf = (scope: Scope, kind: string): string => `${scopeKey(scope)} ${kind}`;
