/**
 * What several readers hand to one consumer, in the order it came. A reader that is ahead waits for the consumer,
 * so a slow connection slows the reading down and fills no memory.
 */
export class Channel<T> {
  readonly #items: T[] = [];
  readonly #held: (() => void)[] = [];
  #wake: () => void = () => {};
  #closed = false;

  constructor(private readonly capacity: number) {}

  /** Resolves when there is room for more. */
  async push(item: T): Promise<void> {
    this.#items.push(item);
    this.#wake();
    if (this.#items.length >= this.capacity)
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
      });
  }

  /** Nothing more will come; those who wait to push go on. */
  close(): void {
    this.#closed = true;
    this.#wake();
    for (const release of this.#held.splice(0)) release();
  }

  /** The next item; 'late' when none came within `ms`; 'closed' when none will. */
  async take(ms: number): Promise<{ readonly item: T } | 'late' | 'closed'> {
    if (this.#items.length === 0 && !this.#closed) await this.#arrival(ms);
    const item = this.#items.shift();
    if (item === undefined) return this.#closed ? 'closed' : 'late';
    if (this.#items.length < this.capacity) this.#held.shift()?.();
    return { item };
  }

  /** What has come meanwhile; nothing is waited for. */
  rest(): readonly T[] {
    const items = this.#items.splice(0);
    for (const release of this.#held.splice(0)) release();
    return items;
  }

  #arrival(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === Infinity ? undefined : setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
