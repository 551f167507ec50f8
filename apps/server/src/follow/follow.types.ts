import type { Problem } from '@trailglass/api';
import type { EpochMs } from '@trailglass/record';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { Listed } from '../archive/stored-event.ts';
import type { LookupSource } from '../reading/kept-pages.ts';
import type { Rhythm } from './rhythm.ts';

export interface FollowParts {
  readonly source: LookupSource;
  /** Absent: nothing is kept. */
  readonly archive?: Archive | undefined;
  readonly now: () => EpochMs;
  readonly log: Logger;
  readonly rhythm?: Rhythm;
}

/** How the following of one scope goes. */
export interface FollowState {
  /**
   * waiting: until the newest 15 minutes have been read once, or until `problem` lets it try again; following: every event
   * that AWS lists has been told; failed: see `problem`, it is tried again by itself.
   */
  readonly state: 'waiting' | 'following' | 'failed';
  /** The moment of AWS's last answer: whole seconds of the server's clock, as of which it was asked. */
  readonly answeredAt?: EpochMs;
  /** What stands in the way now; its `retryAfterMs` counts from `since`. */
  readonly problem?: Problem;
  /** When this was said, on the monotonic clock. */
  readonly since: number;
}

export interface FollowListener {
  /** A person waits: the newest are looked up ahead of background reading. */
  readonly eager?: boolean;
  /**
   * Events that this follower has not seen before, a page at a time, newest first. At once those of the last
   * `liveOverlapMs`, so that nothing falls between a search and the following that begins beside it.
   */
  readonly onEvents?: (events: readonly Listed[]) => void;
  /** At once, then whenever it changes and with every answer. */
  readonly onState?: (state: FollowState) => void;
}
