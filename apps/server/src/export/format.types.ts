import type { Note, Problem } from '@trailglass/api';
import type { TrailEvent } from '@trailglass/record';

/** What a file that is not complete says of itself. */
export interface Missing {
  /** ISO: everything from here up to the window's end is there. */
  readonly completeFrom: string;
  readonly problems: readonly Problem[];
}

/** All that is to be known about how the events were come by. Times are ISO, by the server's clock. */
export interface Report extends Missing {
  readonly version: string;
  readonly started: string;
  readonly ended: string;
  readonly query: {
    readonly filter: string;
    readonly from: string;
    readonly to: string;
    readonly scopes: readonly string[];
    /** Only these events were asked for, by their ids; `from` and `to` are the first one's time and the last one's. */
    readonly selected?: readonly string[];
  };
  readonly complete: boolean;
  readonly coverage: readonly {
    readonly account: string;
    readonly region: string;
    readonly state: string;
    readonly events: number;
    readonly completeFrom: string;
  }[];
}

export interface ToWrite {
  readonly batches: AsyncIterable<readonly TrailEvent[]>;
  /** After the last batch: what is not in the file; undefined when everything is. */
  readonly missing: () => Missing | undefined;
  /** After the last batch. */
  readonly report: () => Report;
  /** All notes on events, also on others than these. */
  readonly notes: () => Promise<readonly Note[]>;
  /** Counts an event that this format cannot hold. */
  readonly leftOut: (event: TrailEvent) => void;
  /** Tells the SHA-256 of what proves all the rest. */
  readonly seal: (sha256: string) => void;
}

/** The bytes of a file, made as they are taken. */
export type Format = (what: ToWrite) => AsyncGenerator<Uint8Array>;
