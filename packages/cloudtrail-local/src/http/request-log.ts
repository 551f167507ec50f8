import { createWriteStream, openSync, type WriteStream } from 'node:fs';

/** One answered (or refused) AWS request, for proofs of who asked what and how often. */
export interface LoggedRequest {
  /** Monotonic milliseconds at arrival: for measuring distances. */
  readonly at: number;
  /** The real time at arrival, ISO 8601. */
  readonly time: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly operation?: string | undefined;
  /** The lookup attribute that counted. */
  readonly attribute?: { readonly key: string; readonly value: string } | undefined;
  /** The time that was asked for, ISO 8601. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly status: number;
  /** The error's code, as the client was told. */
  readonly error?: string | undefined;
  /** Faults that struck it. */
  readonly faults?: readonly string[] | undefined;
}

const kept = 10_000;

/** The newest 10,000 requests, and with a file every one of them, one JSON object a line. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  readonly #file: WriteStream | undefined;

  constructor(file: string | undefined) {
    // Opened at once, so that a wrong path stops the start instead of the first request.
    if (file !== undefined) this.#file = createWriteStream(file, { fd: openSync(file, 'a') });
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    // Cut rarely rather than shift at every request.
    if (this.#requests.length > 2 * kept) this.#requests = this.#requests.slice(-kept);
    this.#file?.write(`${JSON.stringify(request)}\n`);
  }

  list(): readonly LoggedRequest[] {
    return this.#requests.slice(-kept);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#file) this.#file.end(() => resolve());
      else resolve();
    });
  }
}
