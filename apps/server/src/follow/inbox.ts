/** A reader that is so far behind is better served by a search. */
const MOST = 5_000;

/** What came for one connection and was not sent yet: items in order, of each state only the latest. */
export class Inbox<Item, State> {
  #items: Item[] = [];
  readonly #states: State[];
  #hasNews = true;
  #overfull = false;
  #wake: () => void = () => {};

  constructor(places: number, first: State) {
    this.#states = Array.from({ length: places }, () => first);
  }

  put(items: readonly Item[]): void {
    if (this.#overfull || items.length === 0) return;
    if (this.#items.length + items.length > MOST) {
      this.#overfull = true;
      this.#items = [];
    } else this.#items.push(...items);
    this.wake();
  }

  /** @param isNews whether the change is worth telling by itself */
  say(place: number, state: State, isNews: (before: State, now: State) => boolean): void {
    const before = this.#states[place];
    this.#states[place] = state;
    if (before !== undefined && !isNews(before, state)) return;
    this.#hasNews = true;
    this.wake();
  }

  /** More came than fits; nothing further is taken in. */
  get isOverfull(): boolean {
    return this.#overfull;
  }
  /** A state has changed since all were taken. */
  get hasNews(): boolean {
    return this.#hasNews;
  }

  take(most: number): Item[] {
    return this.#items.splice(0, most);
  }
  states(): readonly State[] {
    this.#hasNews = false;
    return [...this.#states];
  }

  wake(): void {
    this.#wake();
  }
  /** Resolves when something came, and after `ms` at the latest. */
  news(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
