const FIRST_MS = 10_000;
const LONGEST_MS = 5 * 60_000;

/** Milliseconds until a scope that has failed so often in a row is tried again: what is denied stays so for long. */
export const retryMs = (failures: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
