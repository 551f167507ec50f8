/** Hands on the latest of what comes; what a slow reader has not taken is replaced by what is newer. */
export class Latest<T> implements AsyncIterable<T> {
  #waiting: T | undefined;
  #closed = false;
  #wake: () => void = () => undefined;

  put(value: T): void {
    this.#waiting = value;
    this.#wake();
  }

  /** What was not taken yet is not handed on any more. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (!this.#closed) {
      const value = this.#waiting;
      this.#waiting = undefined;
      if (value !== undefined) {
        yield value;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
