import { createHash } from 'node:crypto';
import type { EpochMs, EventId } from '@trailglass/record';

/**
 * Where a scope's reading can go on: everything newer than `at` is dealt with, and of the events of exactly that
 * time those in `sent`. A page ends anywhere within a second, so the time alone would repeat events or lose them.
 */
export interface Resume {
  readonly at: EpochMs;
  /** {@link idMark}s. */
  readonly sent: ReadonlySet<string>;
}
export type Position = Resume | 'done';

/** An event's id in five bytes: only those of one time are ever compared, and a cursor stays short. */
export const idMark = (id: EventId): string =>
  createHash('sha256').update(id).digest().subarray(0, 5).toString('base64url');
