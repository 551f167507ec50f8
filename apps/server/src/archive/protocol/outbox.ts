/**
 * Messages of one moment go as one: each costs both processes a system call and a wake-up, and a search asks about all of
 * its scopes at once.
 */
export class Outbox<T> {
  #waiting: T[] = [];

  constructor(private readonly send: (messages: readonly T[]) => void) {}

  put(message: T): void {
    this.#waiting.push(message);
    // Behind everything that follows from what was just heard.
    if (this.#waiting.length === 1) process.nextTick(() => this.flush());
  }

  /** Sends now what waits. */
  flush(): void {
    const messages = this.#waiting;
    if (messages.length === 0) return;
    this.#waiting = [];
    this.send(messages);
  }
}
