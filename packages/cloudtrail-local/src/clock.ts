/** Times in epoch milliseconds, except `monotonic`. */
export interface Clock {
  /** The real time: for signatures, sessions and the Date header. */
  readonly real: () => number;
  /** The endpoint's today: for the 90 days and for what has happened yet. It goes on from where it was set. */
  readonly today: () => number;
  /** Milliseconds from some start, never backwards. */
  readonly monotonic: () => number;
}

export function startClock(today: number | undefined, real: () => number): Clock {
  const monotonic = () => performance.now();
  const started = monotonic();
  return {
    real,
    today: today === undefined ? real : () => Math.floor(today + monotonic() - started),
    monotonic,
  };
}
