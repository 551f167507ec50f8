/** Where sample events come from. Implemented in `samples/`; the endpoint knows only this. */
export interface SampleSource {
  readonly accounts: readonly SampleAccount[];
  readonly regions: readonly string[];
  /**
   * All events with eventTime in (from, to] (epoch milliseconds), in any order. Deterministic for the seed:
   * asking for two halves of a window gives the same events as asking for the whole.
   */
  between(from: number, to: number): readonly SampleEvent[];
}

export interface SampleAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SampleEvent {
  /** The account whose event history shows it: an id from `accounts`. */
  readonly account: string;
  /** The CloudTrail record as JSON text. */
  readonly text: string;
}

export interface SampleOptions {
  readonly seed: number;
  /** The endpoint's today when it started, epoch milliseconds. */
  readonly now: number;
}
