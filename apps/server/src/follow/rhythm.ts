/** How often is looked; all in milliseconds. */
export interface Rhythm {
  /** Between two looks at what has just come. */
  readonly tailMs: number;
  /** From one sweep's start to the next one's. */
  readonly sweepMs: number;
  /** After a first failure; it doubles with every further one. */
  readonly retryMs: number;
}

/** The tail takes a tenth of the pace that AWS allows. */
export const rhythm: Rhythm = { tailMs: 5_000, sweepMs: 60_000, retryMs: 10_000 };

/** Where nobody waits, a scope in which nothing happens is looked at less and less often, down to this many times. */
const QUIET_RESTS = 6;

/**
 * @param quiet looks in a row that found nothing; 0 while somebody waits
 * @returns milliseconds from one look at what has just come to the next
 */
export const tailRestMs = (quiet: number, { tailMs }: Rhythm): number =>
  tailMs * Math.min(QUIET_RESTS, Math.max(1, quiet));

/** A sweep of a busy scope takes long. It rests four times as long, and so never has more than a fifth of the pace. */
const SWEEP_RESTS = 4;
const LONGEST_RETRY_MS = 120_000;

/** @returns milliseconds from one sweep's end to the next one's start */
export const sweepRestMs = (tookMs: number, { sweepMs }: Rhythm): number =>
  Math.max(sweepMs - tookMs, SWEEP_RESTS * tookMs);

/** @returns milliseconds until a scope that has failed so often in a row is tried again */
export const retryAfter = (failures: number, { retryMs }: Rhythm): number =>
  Math.min(LONGEST_RETRY_MS, retryMs * 2 ** (failures - 1));
