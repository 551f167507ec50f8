/**
 * How long the rest of a window takes if the past of it is as busy as what was read.
 * @returns milliseconds; undefined while nothing can be said
 */
export function etaMs(read: {
  readonly elapsedMs: number;
  /** Of the window, in event time: read in `elapsedMs`, and still to read. */
  readonly doneMs: number;
  readonly leftMs: number;
}): number | undefined {
  if (read.doneMs <= 0 || read.elapsedMs <= 0) return undefined;
  return Math.round((read.leftMs * read.elapsedMs) / read.doneMs);
}
