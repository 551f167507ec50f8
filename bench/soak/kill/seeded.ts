/** Numbers in [0, 1), the same ones for the same seed (mulberry32; Tommy Ettinger, public domain). */
export interface Seeded {
  /** A whole number, both ends inclusive. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (p: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
  /** At least one of them, in their order. */
  readonly some: <T>(of: readonly T[]) => T[];
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  const one = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)] as T;
  return {
    whole,
    chance: (p) => next() < p,
    one,
    some: (of) => {
      const certain = one(of);
      return of.filter((each) => each === certain || next() < 0.5);
    },
  };
}
