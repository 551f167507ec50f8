/** A server may ask for more patience than a person has. */
export const RETRY_AFTER_CAP_MS = 5 * 60_000;

export interface BackoffLimits {
  readonly baseMs: number;
  readonly capMs: number;
}
export const backoffLimits: BackoffLimits = { baseMs: 1_000, capMs: 60_000 };

/**
 * Full jitter: anywhere between the base and a bound that doubles with every straight failure, so that
 * many clients that failed together do not come back together.
 * @param failures straight failures so far, 1 or more
 */
export function backoffMs(
  failures: number,
  retryAfterMs: number | undefined,
  { baseMs, capMs }: BackoffLimits,
  random: () => number = Math.random,
): number {
  if (retryAfterMs !== undefined) return Math.min(retryAfterMs, RETRY_AFTER_CAP_MS);
  const bound = Math.min(capMs, baseMs * 2 ** failures);
  return Math.round(baseMs + random() * (bound - baseMs));
}
