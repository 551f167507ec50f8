import { createHash } from 'node:crypto';
import type { Fault, FaultKind } from './fault.ts';

interface Scope {
  readonly account: string;
  readonly region: string;
}

/** The faults in force. Drawn from a seeded sequence: the same requests in the same order fail the same way. */
export class FaultPlan {
  #faults: readonly Fault[];
  readonly #seed: number;
  readonly #random: () => number;

  constructor(faults: readonly Fault[], seed: number) {
    this.#faults = faults;
    this.#seed = seed;
    this.#random = mulberry32(seed);
  }

  set(faults: readonly Fault[]): void {
    this.#faults = faults;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** The faults that strike this request, in the order they were given. */
  strike(scope: Scope): Map<FaultKind, Fault> {
    const struck = this.#faults.filter(
      (fault) => fault.kind !== 'late' && concerns(fault, scope) && this.#random() < fault.p,
    );
    return new Map(struck.map((fault) => [fault.kind, fault]));
  }

  /** Milliseconds after its time at which an event appears. The same for an event however often it is asked. */
  delay(scope: Scope, eventId: string): number {
    const late = this.#faults.find((fault) => fault.kind === 'late' && concerns(fault, scope));
    if (!late) return 0;
    const hash = createHash('sha256').update(`${this.#seed}:${eventId}`).digest();
    return hash.readUInt32BE(0) / 2 ** 32 < late.p ? late.seconds * 1000 : 0;
  }
}

const concerns = (fault: Fault, { account, region }: Scope): boolean =>
  (fault.account ?? account) === account && (fault.region ?? region) === region;

/** Small seeded generator of numbers in [0, 1) (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
