import type { LiveFrame, Problem } from '@trailglass/api';
import { parseTime } from '@trailglass/record';
import { sharedValue } from '../../ui/shared-value.ts';
import type { TimeRange } from '../../address/page-state.ts';

export type LiveScope = Extract<LiveFrame, { type: 'following' }>['scopes'][number];

/** How following goes: the connection to Trailglass, and behind it each scope's look-ups. */
export type LiveStatus =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'connected';
      readonly scopes: readonly LiveScope[];
      /** What came before the connection is still being read. */
      readonly catchingUp: boolean;
    }
  /** `retryAt`: epoch milliseconds of this browser; absent when trying again would change nothing. */
  | { readonly kind: 'broken'; readonly problem: Problem; readonly retryAt?: number };

/** Absent while live is off. */
export const liveStatus = sharedValue<LiveStatus | undefined>(undefined);

/** Why there is nothing to follow in this time range; undefined when there is. */
export function whyNotLive(range: TimeRange, now: number): string | undefined {
  if (range.kind === 'relative' || (parseTime(range.to) ?? 0) > now) return undefined;
  return 'This time range ends in the past. Choose one that ends now, such as Last hour.';
}
