import { untilAborted } from './attempt.ts';

interface Running<T> {
  readonly answer: Promise<T>;
  readonly leave: AbortController;
  members: number;
}

/**
 * The same question, asked by several at the same time, is one call whose answer all of them get. It is cancelled when
 * the last of them has left.
 */
export class SharedCalls<T> {
  readonly #running = new Map<string, Running<T>>();

  /**
   * @param key the same for what is the same question
   * @param signal of the one who asks: aborting it takes nothing from the others
   */
  async ask(
    key: string,
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const running = this.#running.get(key) ?? this.#start(key, call);
    running.members += 1;
    try {
      return await untilAborted(running.answer, signal);
    } finally {
      running.members -= 1;
      if (running.members === 0) {
        this.#forget(key, running);
        running.leave.abort();
      }
    }
  }

  #start(key: string, call: (signal: AbortSignal) => Promise<T>): Running<T> {
    const leave = new AbortController();
    const answer = call(leave.signal);
    const running: Running<T> = { answer, leave, members: 0 };
    this.#running.set(key, running);
    const over = (): void => this.#forget(key, running);
    answer.then(over, over);
    return running;
  }

  #forget(key: string, running: Running<T>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }
}
