/** Knows whether anything may have been deleted between two moments. */
export class Deletions {
  #begunOrEnded = 0;
  #underway = 0;

  /** Another number after each that has begun or ended. */
  get count(): number {
    return this.#begunOrEnded;
  }

  get underway(): boolean {
    return this.#underway > 0;
  }

  /** Runs what may delete. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#begunOrEnded += 1;
    this.#underway += 1;
    try {
      return await work();
    } finally {
      this.#begunOrEnded += 1;
      this.#underway -= 1;
    }
  }
}
