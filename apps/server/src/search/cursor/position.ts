import { createHash } from 'node:crypto';
import type { EpochMs, EventId } from '@trailglass/record';

/** A spot within a scope: everything newer than `at` is behind it, and of the events of exactly that time those in `sent`. */
export interface Spot {
  readonly at: EpochMs;
  /** {@link idMark}s. */
  readonly sent: ReadonlySet<string>;
}

/**
 * Where a scope's reading can go on: everything newer than `at` is dealt with. A page ends anywhere within a second, so
 * the time alone would repeat events or lose them.
 */
export interface Resume extends Spot {
  /** Down to here everything was read; below it something was passed over that nobody can read any more. */
  readonly unread?: EpochMs;
  /** What comes next could not be read: how far the rows below it that are kept have been shown. */
  readonly known?: Spot | 'all';
}

/** Nothing is left to read: everything was, or (down to `partial`) as much of it as there still is. */
export type Ended = 'done' | { readonly partial: EpochMs };
export type Position = Resume | Ended;

export const hasEnded = (position: Position): position is Ended =>
  position === 'done' || 'partial' in position;

export const endOf = (unread: EpochMs | undefined): Ended =>
  unread === undefined ? 'done' : { partial: unread };

/** An event's id in five bytes: only those of one time are ever compared, and a cursor stays short. */
export const idMark = (id: EventId): string =>
  createHash('sha256').update(id).digest().subarray(0, 5).toString('base64url');
