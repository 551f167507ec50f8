/** Draws from a seeded sequence: the same seed always gives the same draws. */
export interface Draw {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly letters: (alphabet: string, length: number) => string;
  readonly hex: (length: number) => string;
  readonly uuid: () => string;
}

const bytes = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const byte = (value: number): string => bytes[value & 255] ?? '00';

/** Spreads a text over 128 bits: FNV-1a four times over, each from its own offset, then mixed. */
function spread(text: string): [number, number, number, number] {
  const lanes: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    lanes[0] = Math.imul(lanes[0] ^ code, 0x01000193);
    lanes[1] = Math.imul(lanes[1] ^ code, 0x5bd1e995);
    lanes[2] = Math.imul(lanes[2] ^ code, 0x1b873593);
    lanes[3] = Math.imul(lanes[3] ^ code, 0xcc9e2d51);
  }
  return lanes;
}

/**
 * sfc32, whose state of 128 bits makes two equal event ids as unlikely as in AWS;
 * a generator with 32 bits would repeat one within some ten thousand events.
 */
export function draw(...seed: readonly (string | number)[]): Draw {
  let [a, b, c, d] = spread(seed.join('\u0000'));
  const bits = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) bits();
  const next = (): number => bits() / 0x1_0000_0000;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const hex = (length: number): string => {
    let text = '';
    while (text.length < length) {
      const drawn = bits();
      text += `${byte(drawn)}${byte(drawn >>> 8)}${byte(drawn >>> 16)}${byte(drawn >>> 24)}`;
    }
    return text.slice(0, length);
  };
  return {
    next,
    int,
    hex,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const found = from[int(0, from.length - 1)];
      if (found === undefined) throw new RangeError('Nothing to pick from.');
      return found;
    },
    letters: (alphabet, length) => {
      let text = '';
      for (let i = 0; i < length; i++) text += alphabet.charAt(int(0, alphabet.length - 1));
      return text;
    },
    uuid: () => {
      const h = hex(32);
      const variant = '89ab'.charAt(parseInt(h.charAt(16), 16) & 3);
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`;
    },
  };
}

/** How often a rare thing happens in a span where it happens `mean` times on average (Knuth). */
export function poisson(from: Draw, mean: number): number {
  const limit = Math.exp(-Math.min(mean, 500));
  let product = from.next();
  let count = 0;
  while (product > limit) {
    product *= from.next();
    count++;
  }
  return count;
}
