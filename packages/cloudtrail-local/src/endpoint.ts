import type { AccountSettings } from './accounts.ts';
import type { KeyRing } from './auth/key-ring.ts';
import type { Clock } from './clock.ts';
import type { EventStore } from './events/event-store.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import type { PageTokens } from './lookup/page-token.ts';
import type { RateLimit } from './rate-limit.ts';

/** Everything that answering a request needs. */
export interface Endpoint {
  readonly accounts: ReadonlyMap<string, AccountSettings>;
  readonly keys: KeyRing;
  readonly store: EventStore;
  /** Until then nobody can say what there is to look up. */
  readonly loaded: Promise<void>;
  readonly tokens: PageTokens;
  readonly rate: RateLimit;
  readonly faults: FaultPlan;
  readonly clock: Clock;
  /** Two lookup attributes are an error rather than the first one's answer. */
  readonly strictAttributes: boolean;
  readonly isRegion: (name: string) => boolean;
}
