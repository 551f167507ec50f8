/** What a timeline is ordered by: time, and the id where times are equal. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly id: string;
}

const order = (a: Moment, b: Moment): number =>
  a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Events in order of time, read from the newest down. Adding at the newest end is free. */
export class Timeline<Event extends Moment> {
  // Oldest first, so that a new event is appended. Sorted when read, so that loading many costs one sort.
  readonly #events: Event[] = [];
  #sorted = true;

  get size(): number {
    return this.#events.length;
  }

  add(event: Event): void {
    const last = this.#events.at(-1);
    if (last && order(last, event) > 0) this.#sorted = false;
    this.#events.push(event);
  }

  /**
   * Newest first, with `from` ≤ time ≤ `to` (milliseconds, both inclusive); with `below`, only what comes
   * after that event in this order, whatever has been added since.
   */
  *down(from: number, to: number, below?: Moment): Generator<Event> {
    const events = this.#inOrder();
    let index = this.#first(events, (event) => event.time <= to);
    if (below)
      index = Math.min(
        index,
        this.#first(events, (event) => order(event, below) < 0),
      );
    while (index > 0) {
      index -= 1;
      const event = events[index];
      if (!event || event.time < from) return;
      yield event;
    }
  }

  count(from: number, to: number): number {
    const events = this.#inOrder();
    const before = this.#first(events, (event) => event.time < from);
    return Math.max(0, this.#first(events, (event) => event.time <= to) - before);
  }

  /** How many events, from the oldest on, satisfy a condition that holds up to some point and not beyond. */
  #first(events: readonly Event[], holds: (event: Event) => boolean): number {
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const event = events[middle];
      if (event && holds(event)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #inOrder(): readonly Event[] {
    if (!this.#sorted) {
      this.#events.sort(order);
      this.#sorted = true;
    }
    return this.#events;
  }
}
