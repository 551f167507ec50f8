import type { TrailEvent } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';

/** What is known of keys: the archive, over all accounts and Regions. */
export type Held = Pick<Archive, 'handouts' | 'signIns' | 'keyUses'>;

/** The call that gave a key to its caller. */
export interface Origin {
  readonly key: string;
  readonly name: string;
  readonly kind: 'temporary' | 'long-lived' | 'sign-in';
  readonly expires?: string | undefined;
  /** The key with which it was called; absent for a caller that has none, or whose record is not here. */
  readonly by?: string | undefined;
  /** As the account saw it that says most of the caller. */
  readonly event: TrailEvent;
  /** The same call as every account saw it, that one first. */
  readonly copies: readonly TrailEvent[];
}

export type Cut = 'depth' | 'nodes' | 'time' | 'cycle';
