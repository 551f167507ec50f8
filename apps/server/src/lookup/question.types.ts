import type { EpochMs, LookupAttributeKey, Region, TrailEvent } from '@trailglass/record';
import type { Problem } from '@trailglass/api';
import type { AwsAccount } from '../aws/account.ts';
import type { Priority } from './pace.ts';

/** One account in one Region, with what it takes to read it. */
export interface Place {
  readonly account: AwsAccount;
  readonly region: Region;
}

/** What a scan asks: one attribute at most, and a window with both ends inclusive, frozen for the whole scan. */
export interface Question {
  readonly attribute?: { readonly key: LookupAttributeKey; readonly value: string };
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface Found {
  readonly event: TrailEvent;
  /** LookupEvents' own EventTime, by which it orders and cuts windows. */
  readonly at: EpochMs;
  /** AWS gave it although it is not in the window that was asked for; `at` is the window's edge. */
  readonly outside?: true;
}

/** One page that was read: new events only, newest first. */
export interface Page {
  readonly found: readonly Found[];
  /** Everything strictly newer has been read; the question's `from` when this was the last page. */
  readonly readTo: EpochMs;
  readonly last: boolean;
  /** Events that could not be read at all, in this page. */
  readonly unreadable: number;
  /** Calls made for this page, failed ones included. */
  readonly calls: number;
}

/** The scan waits because a call failed, and will go on by itself. */
export interface Waiting {
  readonly problem: Problem;
  readonly ms: number;
}

export interface ScanOptions {
  readonly signal: AbortSignal;
  readonly priority?: Priority;
  readonly onWaiting?: (waiting: Waiting) => void;
}
