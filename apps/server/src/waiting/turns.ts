import { problem, ProblemError } from '@trailglass/api';
import { orAborted } from './until-aborted.ts';

/** Work that waits for its turn, first come, first served; what is cancelled leaves the queue at once. */
export class Turns {
  #running = 0;
  readonly #waiting = new Set<() => void>();

  /** @param mostWaiting who comes when so many wait already is turned away */
  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Rejects with the signal's reason if that aborts while the work waits; throws too-many-requests. */
  async take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#running < this.atOnce) this.#running += 1;
    else if (this.#waiting.size < this.mostWaiting) await this.#turn(signal);
    else throw turnedAway(this.#waiting.size);
    try {
      return await work();
    } finally {
      const [next] = this.#waiting;
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Whoever has finished hands its place on. */
  #turn(signal: AbortSignal): Promise<void> {
    return orAborted(signal, (resolve) => {
      const begin = (): void => {
        this.#waiting.delete(begin);
        resolve();
      };
      this.#waiting.add(begin);
      return () => this.#waiting.delete(begin);
    });
  }
}

const turnedAway = (waiting: number): ProblemError =>
  new ProblemError(
    problem(
      'too-many-requests',
      `${waiting} counts wait for their turn already. Close a tab or wait a moment.`,
      { retryAfterMs: 1000 },
    ),
  );
