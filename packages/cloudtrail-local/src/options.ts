import type { AccountSettings } from './accounts.ts';
import type { FaultInput } from './faults/fault.ts';

/** What `startLocal` and the command line can be told. Everything has a default. */
export interface LocalOptions {
  /** 0, the default here, takes a free port. */
  readonly port?: number | undefined;
  /** 127.0.0.1 (default), localhost or ::1. */
  readonly host?: string | undefined;
  /** Record files and folders. */
  readonly records?: readonly string[] | undefined;
  /** Without: one account, 111122223333, with access key `local` and secret `local`. */
  readonly accounts?: readonly AccountSettings[] | undefined;
  /** The endpoint's today at start, epoch milliseconds; it goes on from there. Signatures keep the real time. */
  readonly now?: number | undefined;
  /** Shift all records so that the newest happened now. */
  readonly redate?: boolean | undefined;
  /** Give a record an eventID of its own where it has none, or one that a record before it has. */
  readonly newIds?: boolean | undefined;
  /** Added to every answer. */
  readonly latencyMs?: number | undefined;
  /** LookupEvents a second for each account and Region; 2 as AWS allows, 0 for no limit. */
  readonly ratePerSecond?: number | undefined;
  readonly faults?: readonly FaultInput[] | undefined;
  /** For samples and faults. */
  readonly seed?: number | undefined;
  /** Serve sample events that keep arriving. */
  readonly samples?: boolean | undefined;
  /** Start before the samples are there; LookupEvents waits for them. */
  readonly samplesLater?: boolean | undefined;
  /** Append every request to this file, one JSON object a line. */
  readonly logFile?: string | undefined;
  /** Two lookup attributes are an error; AWS uses the first and says nothing. */
  readonly strictAttributes?: boolean | undefined;
  /** Stands in for the real time where a test must move it. */
  readonly realTime?: (() => number) | undefined;
}
