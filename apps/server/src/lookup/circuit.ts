/** Straight failures of a scope, whoever asked, after which nothing there is tried twice. */
const OPEN_AFTER = 5;

/**
 * Whether calls to one account and Region have been failing for everybody. While they have, a search makes one call
 * and takes its failure for an answer, rather than adding its own retries to a storm.
 */
export class Circuit {
  #straight = 0;
  /** Several who share a call hear of the same failure. */
  #last: unknown;

  answered(): void {
    this.#straight = 0;
  }
  failed(error: unknown): void {
    if (error !== this.#last) this.#straight += 1;
    this.#last = error;
  }
  get isOpen(): boolean {
    return this.#straight >= OPEN_AFTER;
  }
}
