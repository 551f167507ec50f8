import { scopeKey, type Scope } from '@trailglass/record';
import { type Claim, type Coverage, nothingCovered, since, withClaim } from '../coverage.ts';

/** What has been read, as the table `coverage` has it: a page adds a row there and a claim here. */
export class Ledger {
  readonly #known = new Map<string, Coverage>();
  readonly #asked = new Map<string, Scope & { at: number }>();

  add(scope: Scope, kind: string, claim: Claim): void {
    const key = keyOf(scope, kind);
    this.#known.set(key, withClaim(this.#known.get(key) ?? nothingCovered, claim));
    const { account, region } = scope;
    const at = Math.max(claim.fetchedAt, this.#asked.get(scopeKey(scope))?.at ?? -Infinity);
    this.#asked.set(scopeKey(scope), { account, region, at });
  }

  /** When AWS was last asked about each scope, in seconds. */
  asked(): (Scope & { at: number })[] {
    return [...this.#asked.values()];
  }

  /** Of nothing before this second it is known any more that it was read. */
  forget(before: number): void {
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
